import { AppError } from '../../contract/errors.ts';
import { mostColumns } from './columns.ts';
import { parseMarkup } from './markup-parser.ts';
import { partAt, relationsOf } from './package-relations.ts';
import type { DocumentReader } from './reader.ts';
import { sheetContents, type WorkbookReader } from './sheets.ts';
import { dateFormatsOf, duration, isoDate, type DateFormats } from './workbook-dates.ts';
import { isPacked, openZip, type ZipArchive } from './zip-archive.ts';

/** Excel workbooks (ECMA-376, part 1, chapter 18): the first sheet that has rows, or a chosen one. */
export const workbook: DocumentReader & WorkbookReader = {
  id: 'workbook',
  accepts: isPacked('XLSX'),
  extract: (bytes, file, taking) => sheetContents(workbook.sheets(bytes, file), file, taking),
  sheets(bytes, file) {
    const zip = openZip(bytes, file);
    if (zip.sizes.has('xl/workbook.bin'))
      throw new AppError('E_FORMAT_UNSUPPORTED', { file, format: 'XLSB' });
    const { sheets, path, isOf1904 } = sheetsOf(zip);
    const part = (kind: string) => {
      const target = relationsOf(zip, path).find((one) => one.kind === kind)?.target ?? `xl/${kind}.xml`;
      return zip.text(target) ?? '';
    };
    const shared = sharedStrings(part('sharedStrings'));
    const dates = dateFormatsOf(part('styles'), isOf1904);
    return sheets.map(({ path: own, ...sheet }) => ({
      ...sheet,
      rows: () => sheetRows(zip.text(own) ?? '', shared, dates),
    }));
  },
};

interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** The sheets in the order of their tabs. */
function sheetsOf(zip: ZipArchive): {
  readonly sheets: readonly SheetPart[];
  readonly path: string;
  readonly isOf1904: boolean;
} {
  const path =
    relationsOf(zip, '').find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const targets = new Map(relationsOf(zip, path).map(({ id, target }) => [id, target]));
  const sheets: SheetPart[] = [];
  let isOf1904 = false;
  parseMarkup(
    zip.text(path) ?? '',
    {
      onopentag(tag, { name, state = '', 'r:id': id = '', date1904 }) {
        if (tag === 'workbookPr') isOf1904 = date1904 === '1' || date1904 === 'true';
        const target = targets.get(id);
        if (tag === 'sheet' && target !== undefined)
          sheets.push({ name: name ?? id, path: target, isHidden: /hidden/i.test(state) });
      },
    },
    { xml: true },
  );
  return { sheets: sheets.length > 0 ? sheets : unlistedSheets(zip), path, isOf1904 };
}

const sheetNumber = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1]);

/** Of a workbook without a list of its sheets, those whose files are there. */
const unlistedSheets = ({ sizes }: ZipArchive): readonly SheetPart[] =>
  [...sizes.keys()]
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => sheetNumber(a) - sheetNumber(b))
    .map((path, at) => ({ name: String(at + 1), path: partAt('', path), isHidden: false }));

/** Characters that XML cannot hold are written by their number, and so is an underscore that would begin one (section 22.4.2.4). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll(/\r\n?/g, '\n')
    : text;

/** Strings that cells refer to by number; readings of characters (`rPh`) are not of the text. */
function sharedStrings(source: string): readonly string[] {
  const strings: string[] = [];
  let inReading = 0;
  let text: string | null = null;
  let isText = false;
  parseMarkup(
    source,
    {
      onopentag(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') inReading += 1;
        isText = name === 't' && inReading === 0;
      },
      ontext(part) {
        if (isText && text !== null) text += part;
      },
      onclosetag(name) {
        if (name === 'rPh') inReading -= 1;
        if (name === 'si') {
          strings.push(unescaped(text ?? ''));
          text = null;
        }
        isText = false;
      },
    },
    { xml: true },
  );
  return strings;
}

/** Rows that have a cell with something in it. */
function sheetRows(
  source: string,
  shared: readonly string[],
  dates: DateFormats,
): ReadonlyMap<number, string>[] {
  const rows: Map<number, string>[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value: string | null = null;
  let inReading = 0;
  let isValue = false;
  parseMarkup(
    source,
    {
      onopentag(name, { r, t, s }) {
        if (name === 'row') {
          rows.push(new Map());
          column = -1;
        } else if (name === 'c') {
          column = r === undefined ? column + 1 : columnOf(r);
          type = t ?? 'n';
          style = Number(s ?? 0);
          value = null;
        } else if (name === 'rPh') inReading += 1;
        else if (name === 'v' || (name === 't' && type === 'inlineStr' && inReading === 0)) {
          isValue = true;
          value ??= '';
        }
      },
      ontext(text) {
        if (isValue) value = (value ?? '') + text;
      },
      onclosetag(name) {
        if (name === 'rPh') inReading -= 1;
        if (name === 'v' || name === 't') isValue = false;
        if (name !== 'c' || value === null) return;
        const [row] = rows.slice(-1);
        const text = type === 's' ? (shared[Number(value)] ?? '') : cellText(value, type, style, dates);
        if (row !== undefined && text !== '' && column >= 0 && column < mostColumns) row.set(column, text);
        value = null;
      },
    },
    { xml: true },
  );
  return rows.filter(({ size }) => size > 0);
}

function cellText(value: string, type: string, style: number, dates: DateFormats): string {
  if (type === 'inlineStr' || type === 'str') return unescaped(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  // What a formula could not answer.
  if (type === 'e') return '';
  if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  // Written with all the digits that a double has: 0.1 is 0.10000000000000001.
  const kind = dates.kindOf(style);
  if (kind === 'date') return isoDate(number, dates.isOf1904);
  return kind === 'duration' ? duration(number) : String(number);
}

/** `B7` → 1 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
