import type { TokenKind } from './normal-form.ts';

/** Where a scanner puts the tokens that it finds. Offsets are those of the text it was handed. */
export interface TokenSink {
  /** Without a kind, the form is looked at when it is new. `form` where it is not what stands there: a line may end in a word. */
  token(text: string, start: number, end: number, kind?: TokenKind, form?: string): void;
  /** The same by the units of the text, with a hash over those of the token: no string is made but for a new form. */
  tokenOfUnits(text: string, units: Uint16Array, start: number, end: number, hash: number): void;
  /** The next token starts a sentence. */
  startSentence(): void;
}

/**
 * Finds the tokens of a text from `from` on. Unless the text is final, it stops where what follows could change the result.
 * What it finds does not depend on where the text was cut.
 * @returns where to go on when more text is there
 */
export type Scanner = (text: string, from: number, final: boolean) => number;

/** By so much of a text it is seen how its lines were broken. UTF-16 units. */
export const tellingUnits = 20_000;

/** A longer run without a break is cut: no language has such words, damaged files do. */
export const longestToken = 1000;
