import { withMarks } from './attached-marks.ts';
import type { Glyph } from './glyph.ts';
import { leastSpaceOf, lineText } from './line-text.ts';
import { isRightToLeft } from './logical-order.ts';
import { rowsOf } from './rows.ts';

export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of the largest letters. */
  readonly height: number;
  /** Read from the right. */
  readonly fromRight: boolean;
  /** A space was drawn behind it. */
  readonly endsInSpace: boolean;
}

/** The lines of a page, in the order in which they were set: columns stay apart, for nobody sets two at once. */
export function linesOfPage(glyphs: readonly Glyph[]): PageLine[] {
  const letters = withMarks(glyphs);
  const fromRight = isRightToLeft(letters.map(({ text }) => text));
  const rows = rowsOf(letters);
  const leastSpace = leastSpaceOf(rows.map((row) => row.letters));
  return rows
    .map((row) => ({
      text: lineText(row.letters, { fromRight, leastSpace }).trim(),
      left: row.left,
      right: row.right,
      y: row.base,
      height: row.size,
      fromRight,
      endsInSpace: row.endsInSpace,
    }))
    .filter(({ text }) => text !== '');
}
