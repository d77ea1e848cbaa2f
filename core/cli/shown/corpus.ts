import { lineOf } from '../../contract/conditions.ts';
import { AppError, fromFailure, type Failure } from '../../contract/errors.ts';
import {
  isEncodingUnsure,
  type ImportResult,
  type MetadataFit,
  type MetadataLook,
  type SkippedFile,
} from '../../contract/import.ts';
import { leftOutName, leftOutText } from '../../contract/messages/left-out.ts';
import { messageFor } from '../../contract/messages/message.ts';
import { inColumns } from '../columns.ts';
import { tableOfRows } from '../plain-table.ts';
import { readDictionaryFile } from '../readings.ts';
import type { ShownCalls } from '../shown.ts';

export const corpusShown: ShownCalls<'corpus'> = {
  'corpus.import': {
    more: [
      {
        name: 'dictionary',
        path: [],
        placeholder: 'FILE',
        says: 'becomes the dictionary of the project: words that are never cut, phrases, splits (see [formats](formats.md))',
        read: readDictionaryFile,
      },
    ],
    async before(context, input, more) {
      const file = more.get('dictionary');
      if (file !== undefined)
        await context.call('corpus.setDictionary', {
          dictionary: (await readDictionaryFile(file, context)) as never,
        });
      return input;
    },
    json: (result) => ({
      documents: result.documents,
      tokens: result.tokens,
      types: result.types,
      skipped: result.skipped.map((one) => ({ file: one.file, code: one.code, message: reasonOf(one) })),
      files: result.files,
      ...(result.unstemmed === undefined ? {} : { unstemmed: result.unstemmed }),
      ...(result.again === undefined ? {} : { again: result.again }),
      ...(result.metadata === undefined ? {} : { metadata: result.metadata }),
    }),
    human: importLines,
    refuses({ files, skipped }, note) {
      if (files.length > 0 || skipped.length === 0) return;
      if (skipped.length === 1) throw fromFailure(skipped[0] as Failure);
      for (const one of skipped) note(`Left out: ${reasonOf(one)}`);
      throw new AppError('E_NO_TEXTS', { skipped: skipped.length });
    },
  },
  'corpus.inspect': {
    human: ({ files, skipped, unstemmed = [] }) =>
      [
        ...unstemmedLines(unstemmed),
        tableOfRows(
          files.map(({ file, bytes, encoding, encodingConfidence, language, method, sample }) => ({
            file,
            bytes,
            encoding,
            confidence: Number(encodingConfidence.toFixed(2)),
            language,
            method,
            sample,
          })),
        ),
        ...files.flatMap(({ file, offers = [] }) =>
          offers.map(
            ({ what, places, sample }) =>
              `${file}: ${leftOutName(what, 'en')} (${places}), left out by --without ${what}: ${sample}`,
          ),
        ),
        ...files.flatMap(({ file, outline }) =>
          outline === undefined
            ? []
            : [
                `${file}: ${outline.kind} ${outline.parts.map(({ name }) => name).join(', ')}; taken ${outline.taken.join(', ')}`,
              ],
        ),
        ...skipped.map((one) => `Left out: ${reasonOf(one)}`),
      ].join('\n'),
  },
  'corpus.lookAtNames': { human: (look) => lookLines(look).join('\n') },
  'corpus.applyMetadata': {
    human: (look) => [...lookLines(look), `${look.changed} texts changed`].join('\n'),
  },
  'corpus.preview': {
    human: ({ tokens, dropped }) =>
      [
        tokens.map(({ form }) => form).join(' | '),
        ...(dropped.length === 0 ? [] : [`Left out: ${dropped.join(' ')}`]),
      ].join('\n'),
  },
  'corpus.reports': {
    human: ({ imports }) =>
      imports
        .flatMap(({ importedAt, files, skipped }) => [
          `${new Date(importedAt).toISOString()}: ${files.length} files read, ${skipped.length} left out`,
          ...(files.length === 0
            ? []
            : [
                tableOfRows(
                  files.map((one) => ({
                    file: one.file,
                    encoding: one.encoding,
                    language: one.language,
                    cut: one.method,
                    tokens: one.tokens,
                    replaced: one.replacedCount,
                    look: one.suspicious || isEncodingUnsure(one) ? 'look at it' : '',
                  })),
                ),
              ]),
          ...skipped.map((one) => `Left out: ${reasonOf(one)}`),
        ])
        .join('\n') || 'Nothing was imported yet.',
  },
  'corpus.documents': {
    human: ({ total, rows }) =>
      `${tableOfRows(rows.map(({ metadata, ...row }) => ({ ...row, ...metadata })))}\n${rows.length} of ${total} texts`,
  },
  'corpus.setMetadata': { human: ({ changed }) => `${changed} texts changed` },
  'corpus.removeDocuments': { human: sizes },
  'corpus.recut': { human: (result) => [sizes(result), ...unstemmedLines(result.unstemmed)].join('\n') },
  'corpus.subCorpora': {
    human: ({ subCorpora }) =>
      subCorpora.length === 0
        ? 'No sub-corpora yet'
        : inColumns(
            [
              { title: 'name' },
              { title: 'conditions' },
              { title: 'texts', align: 'right' },
              { title: 'tokens', align: 'right' },
            ],
            subCorpora.map(({ name, conditions, documents, tokens }) => [
              name,
              lineOf(conditions),
              String(documents),
              String(tokens),
            ]),
          ),
  },
  'corpus.textChoices': {
    human: ({ total, rows }) =>
      `${tableOfRows(rows.map(({ kind, name, field, documents, tokens }) => ({ kind, name: field === undefined ? name : `${field}: ${name}`, texts: documents, tokens })))}\n${rows.length} of ${total} choices`,
  },
  'corpus.fieldValues': {
    human: ({ total, rows }) =>
      `${tableOfRows(rows.map(({ value, documents, tokens }) => ({ value, texts: documents, tokens })))}\n${rows.length} of ${total} values`,
  },
  'corpus.words': {
    human: ({ total, tokens, rows }) =>
      `${tableOfRows(rows.map((row) => ({ ...row })))}\n${rows.length} of ${total} types, ${tokens} tokens`,
  },
  'corpus.phrases': {
    human: ({ total, rows }) =>
      `${tableOfRows(rows.map((row) => ({ ...row })))}\n${rows.length} of ${total} pairs`,
  },
  'corpus.stopWords': {
    human: ({ language, words, content, occurring }) => {
      if (words.length === 0) return `There is no list for “${language}”.`;
      const count = new Map(occurring.map((row) => [row.entry, row.count]));
      const line = (word: string) => (count.has(word) ? `${word} | ${count.get(word)}` : word);
      // What means something is there as a remark: the list may be read again as it is.
      return [...words.map(line), ...content.map((word) => `# ${line(word)}`)].join('\n');
    },
  },
  'corpus.readStopWords': { human: ({ words }) => words.join('\n') },
  'corpus.readDictionary': { human: dictionaryLines },
  'corpus.cutting': {
    human: ({ tokens, dictionary, pending }) =>
      [
        ...Object.entries(tokens).map(([name, value]) => `${name}: ${String(value)}`),
        `dictionary: ${dictionary.words.length} words, ${dictionary.splits.length} splits${pending ? ', changed since the texts were cut' : ''}`,
      ].join('\n'),
  },
};

/** As it may be read again. */
export function dictionaryLines({
  words,
  splits,
}: {
  readonly words: readonly string[];
  readonly splits: readonly (readonly string[])[];
}): string {
  return [...words, ...splits.map((parts) => parts.join(' | '))].join('\n');
}

function sizes({ documents, tokens, types }: { documents: number; tokens: number; types: number }): string {
  return `${documents} documents, ${tokens} tokens, ${types} types`;
}

const reasonOf = ({ code, details }: SkippedFile) => messageFor({ code, details }, 'en');

/** What a person who asked for stems has to know at once. */
const unstemmedLines = (languages: readonly string[] = []): readonly string[] =>
  languages.length === 0
    ? []
    : [`No stems for ${languages.join(', ')}: there is no stemmer, and words count as they are written`];

function importLines(result: ImportResult): string {
  const respelled = result.files.reduce((sum, file) => sum + (file.respelled ?? 0), 0);
  return [
    sizes(result),
    ...unstemmedLines(result.unstemmed),
    ...result.files
      .filter(isEncodingUnsure)
      .map((file) => `${file.file}: read as ${file.encoding}, which is not sure`),
    ...result.files
      .filter((file) => file.replacedCount > 0)
      .map(
        (file) =>
          `${file.file}: ${file.replacedCount} bytes do not fit ${file.encoding}, the first at line ${file.replaced[0]?.line ?? 0}`,
      ),
    ...result.files
      .filter(({ outside }) => outside === true)
      .map(({ file }) => `${file}: lies outside of the folder; a link leads there`),
    ...result.files.flatMap(({ file, halves }) =>
      halves === undefined ? [] : [`${file}: ${halves} characters of which only a half is there are � now`],
    ),
    ...result.files.flatMap(({ file, leftOut }) =>
      leftOut === undefined ? [] : [`${file}: not counted: ${leftOutText(leftOut, 'en')}`],
    ),
    ...result.files.flatMap(({ file, sameAs }) =>
      sameAs === undefined ? [] : [`${file}: the same as ${sameAs}, byte for byte; both are counted`],
    ),
    ...(result.again === undefined
      ? []
      : [
          `${result.again.count} texts were there already, word for word, and count twice now: ${result.again.first.join(', ')}${result.again.count > result.again.first.length ? ' …' : ''}`,
        ]),
    ...(result.metadata === undefined ? [] : fitLines(result.metadata)),
    ...(respelled === 0 ? [] : [`${respelled} words count in their usual spelling`]),
    ...result.skipped.map((one) => `Left out: ${reasonOf(one)}`),
  ].join('\n');
}

/** How a table or a pattern fits the files, and what does not. */
export const fitLines = (fit: MetadataFit): readonly string[] => [
  ...(fit.table === undefined
    ? []
    : [`${fit.table}: names the texts; its columns are their metadata, it is no text itself`]),
  `Metadata for ${fit.files} files`,
  ...named('Files without any', fit.filesWithout, fit.filesWithoutCount),
  ...named('Rows without a file', fit.rowsWithout, fit.rowsWithoutCount),
  ...fit.ambiguous.map(({ name, files }) => `Row “${name}” is not used: it may be about ${files.join(', ')}`),
];

/** Each file with its fields, then how all of it fits. */
const lookLines = ({ proposed, total, rows, fit }: MetadataLook): readonly string[] => [
  tableOfRows(rows.map(({ file, metadata }) => ({ file, ...metadata }))),
  ...(rows.length < total ? [`… and ${total - rows.length} more files`] : []),
  ...(proposed === undefined ? [] : [`Proposed by the names: ${proposed}`]),
  ...fitLines(fit),
];

const mostShown = 10;
const named = (what: string, names: readonly string[], count: number): readonly string[] =>
  count === 0
    ? []
    : [`${what} (${count}): ${names.slice(0, mostShown).join(', ')}${count > mostShown ? ', …' : ''}`];
