/** A text line by line, without line ends. */
export type Lines = readonly string[];

/** Lines from … up to, but not including … */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const linesOf = (text: string): Lines => text.split(/\r\n|[\r\n]/u);
