import { Zip, ZipDeflate, strToU8 } from 'fflate';

/** Excel’s own limits. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384 } as const;

/** A workbook with one sheet that is written row by row (ECMA-376, SpreadsheetML; strings stand in their cells). */
export interface SheetWriter {
  addRow(cells: readonly (string | number | null)[]): void;
  end(): void;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetMl}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="Firth" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** The same bytes for the same table: an archive needs a date, and this is the earliest that it can hold. */
const earliest = new Date(1980, 0, 1);

export function writeSheet(write: (bytes: Uint8Array) => void): SheetWriter {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const add = (name: string) => {
    const part = new ZipDeflate(name, { level: 1 });
    part.mtime = earliest;
    zip.add(part);
    return part;
  };
  for (const [name, content] of Object.entries(parts)) add(name).push(strToU8(xml + content), true);
  const sheet = add('xl/worksheets/sheet1.xml');
  sheet.push(strToU8(`${xml}<worksheet xmlns="${main}"><sheetData>`));
  let pending = '';
  return {
    addRow(cells) {
      pending += `<row>${cells.map(cellXml).join('')}</row>`;
      if (pending.length < 1 << 16) return;
      sheet.push(strToU8(pending));
      pending = '';
    },
    end() {
      sheet.push(strToU8(`${pending}</sheetData></worksheet>`), true);
      zip.end();
    },
  };
}

function cellXml(cell: string | number | null): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${Object.is(cell, -0) ? '-0' : cell}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** XML has no control characters: Excel writes them as _x0001_, and an underscore that would be read so as _x005F_. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}
