import { AppError } from '../../contract/errors.ts';
import type { Contents } from './extracted.ts';
import { LeftOutCounts } from './left-out.ts';
import { markupFields } from './markup-fields.ts';
import { markupText } from './markup.ts';
import { relationsOf, type Relation } from './package-relations.ts';
import { partText } from './part-text.ts';
import type { DocumentReader } from './reader.ts';
import { wordRules } from './word-markup.ts';
import { noStyles, wordStyles } from './word-styles.ts';
import { isPacked, openZip, type ZipArchive } from './zip-archive.ts';

/** Word documents: body, then footnotes and endnotes; tracked insertions count, deletions do not. */
export const docx: DocumentReader = {
  id: 'docx',
  accepts: isPacked('DOCX'),
  extract: (bytes, file): Contents => {
    const zip = openZip(bytes, file);
    const leftOut = new LeftOutCounts();
    const text = wordText(zip, file, leftOut, 0);
    return {
      documents: [
        {
          text,
          metadata: markupFields(zip.text('docProps/core.xml') ?? '', {
            'dc:title': 'title',
            'dc:creator': 'author',
            'dcterms:created': 'date',
          }),
        },
      ],
      leftOut: leftOut.all(),
    };
  },
};

/** A document may hold another one that holds another. */
const mostWithin = 3;

function wordText(zip: ZipArchive, file: string, leftOut: LeftOutCounts, depth: number): string {
  const [main] = relationsOf(zip, '').filter(({ kind }) => kind === 'officeDocument');
  const path = [main?.target, 'word/document.xml', 'word/document2.xml'].find(
    (one) => one !== undefined && zip.sizes.has(one),
  );
  const body = path === undefined ? undefined : zip.text(path);
  if (path === undefined || body === undefined)
    throw new AppError('E_FILE_UNREADABLE', { file, reason: 'docx' });
  const relations = relationsOf(zip, path);
  const part = (kind: string) => {
    const found = relations.find((one) => one.kind === kind)?.target ?? path.replace(/[^/]*$/, `${kind}.xml`);
    return zip.text(found) ?? '';
  };
  const styles = part('styles');
  const rules = wordRules({
    styles: styles === '' ? noStyles : wordStyles(styles),
    ownMarks: new Map(),
    chunk: (id) =>
      chunkText(
        zip,
        relations.find((one) => one.id === id),
        file,
        leftOut,
        depth,
      ),
  });
  return [body, part('footnotes'), part('endnotes')]
    .map((source) => markupText(source, rules, leftOut))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A part in another format, which Word takes over when it opens the document (ECMA-376, part 1, section 17.17.2). */
function chunkText(
  zip: ZipArchive,
  relation: Relation | undefined,
  file: string,
  leftOut: LeftOutCounts,
  depth: number,
): string {
  if (relation === undefined || !zip.sizes.has(relation.target) || depth >= mostWithin) return '';
  const bytes = zip.bytes(relation.target);
  return bytes[0] === 0x50 && bytes[1] === 0x4b
    ? wordText(openZip(bytes, file), file, leftOut, depth + 1)
    : partText(bytes, leftOut);
}
