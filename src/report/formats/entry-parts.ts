import type { Advice, Entry } from "../../catalogue/entry.ts";
import { hexOf, hresultOf, ntstatusOf, signedHresultOf, unsignedHresultOf } from "../../catalogue/spelling.ts";
import type { ExplanationWords } from "../../words/explanation-words.ts";

/** Every spelling of a code, for people. */
export function spellingListOf(entry: Entry): string[] {
  const { hex, hresult, unsigned, signed, ntstatus } = spellingFieldsOf(entry);
  const { dotnet, posix, libuv } = entry;
  return [
    hex,
    ...(hresult === undefined ? [] : [`HRESULT ${hresult}, ${unsigned}, ${signed}`]),
    ...(ntstatus === undefined ? [] : [`NTSTATUS ${ntstatus}`]),
    ...(dotnet === null ? [] : [`.NET ${dotnet}`]),
    ...(posix === null ? [] : [`POSIX ${posix}`]),
    ...(libuv === null ? [] : [`libuv ${libuv.name} ${libuv.number}`]),
  ];
}

/** The spellings that follow from the number; Windows wraps none but its own. */
export function spellingFieldsOf({ code, catalogue }: Entry) {
  const hex = hexOf(code);
  if (catalogue !== undefined) return { hex };
  const [hresult, ntstatus] = [hresultOf(code), ntstatusOf(code)];
  return { hex, hresult, unsigned: unsignedHresultOf(code), signed: signedHresultOf(code), ntstatus };
}

/** Groups advice by operations, in the order in which the catalogue first names them. */
export function adviceGroups(advice: readonly Advice[], say: ExplanationWords): { title: string; advice: Advice[] }[] {
  const groups = new Map<string, Advice[]>();
  for (const one of advice) {
    const title = one.operations.map((operation) => say.operations[operation]).join(say.separator) || say.whenever;
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  return [...groups].map(([title, members]) => ({ title, advice: members }));
}
