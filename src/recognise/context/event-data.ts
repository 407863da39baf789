/** `<Data Name='ErrorCode'>10061</Data>` in an event of Windows: what the system answered. */
export function isInEventData(lower: string, start: number, end: number): boolean {
  return (
    lower.startsWith("</data>", end) &&
    /<data name=['"]\w{0,32}(?:error|status|result)_?(?:code)?['"]>$/.test(
      lower.slice(Math.max(0, start - 64), start),
    ) &&
    lower.includes("schemas.microsoft.com/win/2004/08/events/event")
  );
}
