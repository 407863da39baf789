// Recognisers: one file per form of a code. Each finds its spelling in one untouched byte line (a Latin-1 string: one
// character per byte of the log) and has sample lines of its own: some that it must match, some that it must not. To add
// a form, copy the smallest file, ntstatus.ts, and list it below: its name, its order and its literals come from here.

import type { Recogniser } from "../recogniser.ts";
import { decimal } from "./decimal.ts";
import { dotnetName } from "./dotnet-name.ts";
import { hex } from "./hex.ts";
import { hresult } from "./hresult.ts";
import { macro } from "./macro.ts";
import { message } from "./message.ts";
import { ntstatus } from "./ntstatus.ts";
import { posixName } from "./posix-name.ts";
import { signed } from "./signed.ts";

/** All forms; where two claim the same bytes, the longer spelling wins, then the earlier one here. */
export const recognisers = [
  macro,
  ntstatus,
  hresult,
  signed,
  hex,
  dotnetName,
  posixName,
  decimal,
  message,
] as const satisfies readonly Recogniser[];
