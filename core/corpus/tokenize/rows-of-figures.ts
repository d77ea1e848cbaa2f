const figure = '[〇零一二三四五六七八九]';
/** Not behind a unit: 一百〇八 is a number that jieba knows. */
const rows = new RegExp(`(?<![十百千万萬亿億])(?:${figure}{3,}|[〇零]${figure}+)`, 'g');
const nought = /[〇零]/;
/** What stands behind belongs to the year: neither a decade (年代) nor a term (年度). */
const year = /^年(?![代度])/;

/** Places from a beginning, and behind an end. */
export interface RowOfFigures {
  readonly from: number;
  readonly to: number;
}

/**
 * Chinese figures that stand in a row as digits do: years (二〇二四年, as jieba has 一九四九年 for one word), numbers of rooms and laws (三〇一).
 * jieba takes 〇 for no letter and would make “four years” (四年) of the year 2024. Short rows without a nought are left to the dictionary,
 * which has idioms of them (三六九等).
 */
export function rowsOfFigures(text: string): RowOfFigures[] {
  const found: RowOfFigures[] = [];
  for (const { 0: row, index } of text.matchAll(rows)) {
    if (row.length < 4 && !nought.test(row)) continue;
    const end = index + row.length;
    const isYear = row.length === 4 && year.test(text.slice(end, end + 2));
    found.push({ from: index, to: isYear ? end + 1 : end });
  }
  return found;
}
