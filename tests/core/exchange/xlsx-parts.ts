import { strFromU8, unzipSync } from 'fflate';

/** Cells of the only sheet of a workbook as an independent reader sees them: numbers, strings, null for empty. */
export function readSheet(bytes: Uint8Array): (string | number | null)[][] {
  const parts = unzipSync(bytes);
  expectParts(Object.keys(parts));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gsu)].map(([, row]) =>
    [...row!.matchAll(/<c(?: t="inlineStr")?(?:\/>|>(.*?)<\/c>)/gsu)].map(([, cell]) => {
      if (cell === undefined) return null;
      const number = /^<v>(.*)<\/v>$/u.exec(cell);
      if (number !== null) return Number(number[1]);
      return unescaped(/<t xml:space="preserve">(.*)<\/t>/su.exec(cell)![1]!);
    }),
  );
}

function expectParts(names: readonly string[]): void {
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])
    if (!names.includes(name)) throw new Error(`no ${name} in the workbook`);
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
