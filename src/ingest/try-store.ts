import { WsaError } from "../error.ts";

/** Does work on a store. Resolves to whether it succeeded; a WsaError is reported, anything else is thrown. */
export async function tryStore(work: () => Promise<void>, report: (error: WsaError) => void): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof WsaError)) throw error;
    report(error);
    return false;
  }
}
