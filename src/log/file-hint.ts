/** A file as it was when it was read to its end; times and inodes are text, because they exceed 2^53. */
export interface FileHint {
  readonly path: string;
  readonly size: number;
  /** Empty where it proves nothing. */
  readonly mtimeNs: string;
  readonly inode: string;
}
