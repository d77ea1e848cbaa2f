import { strToU8, zipSync } from 'fflate';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** The same bytes for the same text: an archive needs a date, and this is the earliest that it can hold. */
const earliest = new Date(1980, 0, 1);

export interface WordParagraph {
  readonly text: string;
  readonly bold?: boolean;
  /** Its language as a tag, by which Word checks the spelling. */
  readonly language: string;
}

/** A Word document of plain paragraphs (ECMA-376, WordprocessingML). */
export function wordDocument(paragraphs: readonly WordParagraph[]): Uint8Array {
  const parts = {
    '[Content_Types].xml':
      `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${paragraphs.map(paragraphXml).join('')}</w:body></w:document>`,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, [strToU8(xml + content), { mtime: earliest }]]),
    ),
  );
}

function paragraphXml({ text, bold = false, language }: WordParagraph): string {
  const which = language.startsWith('zh') ? 'w:eastAsia' : 'w:val';
  const properties = `<w:rPr>${bold ? '<w:b/>' : ''}<w:lang ${which}="${escaped(language)}"/></w:rPr>`;
  return `<w:p><w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

/** XML has no place for control characters and halves of characters, however they are written. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are the ones that are meant
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
