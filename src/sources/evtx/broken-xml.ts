/** Thrown where a record's binary XML is not what Windows writes. */
export class BrokenXml extends Error {}
