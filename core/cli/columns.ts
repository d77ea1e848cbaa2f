import { inOneLine } from './terminal-text.ts';

/** Characters that take two columns in a terminal: CJK, Hangul, full-width forms and most pictographs. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (unseen.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Rows set in columns, titles above, two spaces between. */
export function inColumns(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map((column) => column.title), ...rows.map((row) => row.map(inOneLine))];
  // Not as arguments of one call: a word list has more rows than a call takes.
  const widths = columns.map((_, at) =>
    all.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? '')), 0),
  );
  return all
    .map((row) =>
      columns
        .map((column, at) => {
          const cell = row[at] ?? '';
          const padding = ' '.repeat(widths[at]! - displayWidth(cell));
          return column.align === 'right' ? padding + cell : cell + padding;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
