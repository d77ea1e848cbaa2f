import { AppError } from '../../contract/errors.ts';
import { columnNames, mostColumns, tableContents, type ReadTable } from './columns.ts';
import { markupParser } from './markup-parser.ts';
import type { DocumentReader } from './reader.ts';
import { isPacked, openZip, type ZipArchive } from './zip-archive.ts';

/** Excel workbooks (ECMA-376, part 1, chapter 18): the first sheet that has rows, with names in its first row. */
export const workbook: DocumentReader = {
  id: 'workbook',
  accepts: isPacked('XLSX'),
  extract(bytes, file, { take = [] }) {
    const zip = openZip(bytes, file);
    const shared = sharedStrings(zip.text('xl/sharedStrings.xml') ?? '');
    for (const path of sheetPaths(zip)) {
      const [header, ...rows] = sheetRows(zip.text(path) ?? '', shared);
      if (header === undefined) continue;
      // A column that has only a name holds nothing, one that has none still does.
      const width = [header, ...rows].reduce((widest, row) => Math.max(widest, ...row.keys()), -1) + 1;
      const names = Array.from({ length: width }, (_, at) => header.get(at) ?? '');
      const found: ReadTable = { columns: columnNames(names), rows };
      return tableContents(found, take);
    }
    throw new AppError('E_FILE_EMPTY', { file });
  },
};

/** Sheets by their numbers, which is the order of the workbook unless sheets were moved. */
const sheetPaths = ({ sizes }: ZipArchive): readonly string[] =>
  [...sizes.keys()]
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Strings that cells refer to by number; readings of characters (`rPh`) are not of the text. */
function sharedStrings(source: string): readonly string[] {
  const strings: string[] = [];
  let inReading = 0;
  let isText = false;
  const parser = markupParser(
    {
      onopentag(name) {
        if (name === 'si') strings.push('');
        if (name === 'rPh') inReading += 1;
        isText = name === 't' && inReading === 0;
      },
      ontext(text) {
        if (isText && strings.length > 0) strings.push(strings.pop()! + text);
      },
      onclosetag(name) {
        if (name === 'rPh') inReading -= 1;
        isText = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return strings;
}

/** Rows that have a cell with something in it. */
function sheetRows(source: string, shared: readonly string[]): ReadonlyMap<number, string>[] {
  const rows: Map<number, string>[] = [];
  let column = -1;
  let type = '';
  let value: string | null = null;
  const parser = markupParser(
    {
      onopentag(name, { r, t }) {
        if (name === 'row') {
          rows.push(new Map());
          column = -1;
        } else if (name === 'c') {
          column = r === undefined ? column + 1 : columnOf(r);
          type = t ?? 'n';
        } else if (name === 'v' || (name === 't' && type === 'inlineStr')) value ??= '';
      },
      ontext(text) {
        if (value !== null) value += text;
      },
      onclosetag(name) {
        if (name !== 'c' || value === null) return;
        const [row] = rows.slice(-1);
        const text = type === 's' ? (shared[Number(value)] ?? '') : value;
        if (row !== undefined && text !== '' && column >= 0 && column < mostColumns) row.set(column, text);
        value = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return rows.filter(({ size }) => size > 0);
}

/** `B7` → 1 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
