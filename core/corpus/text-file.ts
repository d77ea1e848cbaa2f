/** One file on the way in. */
export interface TextFile {
  /** Path within the folder that was chosen, with `/`; the base name for a file that was chosen itself. Unique. */
  readonly file: string;
  readonly path: string;
  /** Of the text, unpacked. */
  readonly bytes: number;
  /** Its name in the archive, when `path` is that of a ZIP archive. */
  readonly entry?: string;
  /** A link leads to it out of the folder that was chosen. */
  readonly isOutside?: boolean;
  /** A text that Firth wrote there itself, as UTF-16: where it begins, and what it is called. */
  readonly stretch?: { readonly at: number; readonly name: string };
}
