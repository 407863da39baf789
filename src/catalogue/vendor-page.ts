import { catalogue } from "./index.ts";

/** The place of a code on Microsoft's page of Windows Sockets error codes; null for a code that it does not have. */
export function vendorPageOf(code: number): string | null {
  const name = catalogue.byCode(code)?.name;
  return name === undefined ? null : `${PAGE}#${name.toLowerCase()}`;
}

const PAGE = "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2";
