/** What a block of bytes says, read from its beginning. */
export interface Reading {
  /** U+FFFD for each sequence that did not fit. */
  readonly text: string;
  /** Bytes at the end that begin a character and do not complete it. */
  readonly open: number;
}

/** Reads whole blocks in one encoding. */
export type ReadBlock = (bytes: Uint8Array) => Reading;
