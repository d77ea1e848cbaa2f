import { AppError } from '../../contract/errors.ts';
import { markupFields, markupText, type MarkupRules } from './markup.ts';
import { oneText } from './extracted.ts';
import type { DocumentReader } from './reader.ts';
import { isPacked, openZip } from './zip-archive.ts';

// ECMA-376, part 1, chapter 17. What was deleted under tracked changes is `w:delText`, and thus
// not of the text; the reading of a ruby annotation says the word a second time.
export const wordRules: MarkupRules = {
  xml: true,
  blocks: new Set(['w:p']),
  ignored: new Set(['mc:Fallback', 'w:instrText', 'w:delText', 'w:del', 'w:moveFrom', 'w:rt']),
  characters: new Map([
    ['w:tab', '\t'],
    ['w:br', '\n'],
    ['w:cr', '\n'],
    ['w:noBreakHyphen', '-'],
  ]),
  initials: new Map([['w:framePr', 'w:dropCap']]),
  verbatim: new Set(['w:t']),
  within: new Set(['w:t']),
};

/** Word documents: body, then footnotes and endnotes; tracked insertions count, deletions do not. */
export const docx: DocumentReader = {
  id: 'docx',
  accepts: isPacked('DOCX'),
  extract(bytes, file) {
    const zip = openZip(bytes, file);
    const body = zip.text('word/document.xml') ?? zip.text('word/document2.xml');
    if (body === undefined) throw new AppError('E_FILE_UNREADABLE', { file, reason: 'docx' });
    const parts = [body, zip.text('word/footnotes.xml'), zip.text('word/endnotes.xml')];
    return oneText(
      parts
        .map((part) => (part === undefined ? '' : markupText(part, wordRules)))
        .filter((text) => text !== '')
        .join('\n\n'),
      markupFields(zip.text('docProps/core.xml') ?? '', {
        'dc:title': 'title',
        'dc:creator': 'author',
        'dcterms:created': 'date',
      }),
    );
  },
};
