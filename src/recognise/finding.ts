/** How a code can be spelled; where two spellings of one length claim the same bytes, the earlier one here wins. */
export const forms = [
  "macro",
  "ntstatus",
  "hresult",
  "signed",
  "hex",
  "dotnet-name",
  "posix-name",
  "decimal",
  "message",
] as const;

/** How a code is spelled. */
export type Form = (typeof forms)[number];

/** `certain`: the spelling alone proves it. `likely`: the rest of the line had to be asked. */
export type Confidence = "certain" | "likely";

/** One place in a line that names a Winsock error. */
export interface Finding {
  readonly code: number;
  /** The macro name, whatever the spelling in the line. */
  readonly name: string;
  readonly form: Form;
  readonly confidence: Confidence;
  /** The spelling as it stands in the byte line. */
  readonly text: string;
  /** Half-open range in the byte line (one character per byte). */
  readonly start: number;
  readonly end: number;
}
