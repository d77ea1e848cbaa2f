import { AppError } from '../../contract/errors.ts';
import { mostColumns } from './columns.ts';
import { parseMarkup } from './markup-parser.ts';
import type { DocumentReader } from './reader.ts';
import { sheetContents, type Sheet, type WorkbookReader } from './sheets.ts';
import { isPacked, openZip } from './zip-archive.ts';

/** OpenDocument workbooks (1.3, part 3, chapter 9): a text for each row, as of those of Excel. */
export const ods: DocumentReader & WorkbookReader = {
  id: 'ods',
  accepts: isPacked('ODS'),
  extract: (bytes, file, taking) => sheetContents(ods.sheets(bytes, file), file, taking),
  sheets(bytes, file) {
    const zip = openZip(bytes, file);
    if (/<(?:[\w.-]+:)?encryption-data\b/.test(zip.text('META-INF/manifest.xml') ?? ''))
      throw new AppError('E_FILE_ENCRYPTED', { file });
    const content = zip.text('content.xml');
    if (content === undefined) throw new AppError('E_FILE_UNREADABLE', { file, reason: 'ods' });
    return sheetsOf(content);
  },
};

/** No workbook has more. */
const mostRows = 1_048_576;

interface Cell {
  readonly repeated: number;
  /** What it holds where that is no text. */
  readonly value: string | undefined;
  text: string;
}

function sheetsOf(source: string): readonly Sheet[] {
  const hiddenStyles = new Set<string>();
  const sheets: {
    readonly name: string;
    readonly isHidden: boolean;
    readonly found: Map<number, string>[];
  }[] = [];
  let style = '';
  let row = new Map<number, string>();
  let repeated = 1;
  let column = 0;
  let cell: Cell | null = null;
  let beside = 0;
  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        if (name === 'style:style') style = attributes['style:name'] ?? '';
        else if (name === 'style:table-properties' && attributes['table:display'] === 'false')
          hiddenStyles.add(style);
        else if (name === 'table:table')
          sheets.push({
            name: attributes['table:name'] ?? String(sheets.length + 1),
            isHidden: hiddenStyles.has(attributes['table:style-name'] ?? ''),
            found: [],
          });
        else if (name === 'table:table-row') {
          row = new Map();
          repeated = Number(attributes['table:number-rows-repeated'] ?? 1) || 1;
          column = 0;
        } else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
          cell = {
            repeated: Number(attributes['table:number-columns-repeated'] ?? 1) || 1,
            value: valueOf(attributes),
            text: '',
          };
        else if (name === 'office:annotation') beside += 1;
        else if (cell !== null && name === 'text:p' && cell.text !== '') cell.text += '\n';
        else if (cell !== null && name === 'text:s') cell.text += ' ';
        else if (cell !== null && name === 'text:line-break') cell.text += '\n';
      },
      ontext(text) {
        if (cell !== null && beside === 0 && text.trim() !== '') cell.text += text.replaceAll(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (name === 'office:annotation') beside -= 1;
        else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
          if (cell !== null) column = writeCell(row, column, cell);
          cell = null;
        } else if (name === 'table:table-row' && row.size > 0) {
          // Rows that are alike are written once.
          const found = sheets[sheets.length - 1]?.found ?? [];
          for (let times = 0; times < repeated && found.length < mostRows; times += 1) found.push(row);
        }
      },
    },
    { xml: true },
  );
  return sheets.map(({ name, isHidden, found }) => ({ name, isHidden, rows: () => found }));
}

/** @returns the column behind it */
function writeCell(row: Map<number, string>, column: number, { repeated, value, text }: Cell): number {
  const end = Math.min(mostColumns, column + repeated);
  const shown = (value ?? text).trim();
  if (shown !== '') for (let at = column; at < end; at += 1) row.set(at, shown);
  return end;
}

function valueOf(attributes: Readonly<Record<string, string>>): string | undefined {
  switch (attributes['office:value-type']) {
    case 'date':
      return attributes['office:date-value']?.replace(/T00:00:00(?:\.0+)?$/, '');
    case 'time':
      return attributes['office:time-value']?.replace(/^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/, '$1:$2:$3');
    case 'float':
    case 'currency':
    case 'percentage':
      return attributes['office:value'];
    case 'boolean':
      return attributes['office:boolean-value'];
    default:
      return undefined;
  }
}
