import * as v from 'valibot';
import { answer, call, windowOnly } from '../call.ts';
import { exportFormats, exportKinds, pageFormats, tableFormats, type ExportResult } from '../exchange.ts';
import { compared, name, ofModel, optional, ranked, required, target, words } from '../fields.ts';
import { asked, linesAsked } from './query.ts';

/** What one sheet holds. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** A word may head a column, whatever it is. */
const head = v.pipe(v.string(), v.maxLength(10_000));
const cell = v.union([v.pipe(v.string(), v.maxLength(100_000)), v.number(), v.null()]);

export const exchangeCalls = {
  'exchange.export': call({
    says: 'Write vectors, vocabulary or tables for other programs',
    input: v.strictObject({
      what: optional(
        v.picklist(exportKinds),
        'what is written: `vectors`, `output-vectors`, `vocabulary`, `neighbours` (the words follow P), `frequencies`, `import-report`, `sequence` (the weights of a recurrent model), `surprisal` (of every word of the corpus)',
        'vectors',
      ),
      format: optional(
        v.picklist(exportFormats),
        '`csv`, `tsv`, `xlsx`; of vectors also `word2vec`, `word2vec-binary`, `glove`, `npy`, `projector`; `safetensors` for `sequence`; see [formats](formats.md)',
        'csv',
      ),
      target: required(
        target,
        'the file; NPY and the projector write a second one beside it, settings go into a `.json`',
      ),
      preset: optional(
        v.picklist(['excel', 'exchange']),
        '`excel`: separator and decimal sign of `--locale`, cells that would run as formulas made harmless',
        'exchange',
      ),
      locale: optional(name, 'whose signs the Excel preset takes, as a tag: `de`'),
      words: optional(words, 'for `neighbours`', []),
      sequence: optional(name, 'the recurrent model of `sequence` and `surprisal`, the newest without it'),
      ...ofModel,
      ...compared,
      ...ranked,
    }),
    output: answer<ExportResult>(),
    command: {
      words: ['export'],
      positional: ['words'],
      options: { target: 'out', minCount: 'min-occurrences' },
    },
  }),
  'exchange.lines': call({
    says: 'Write the lines of a query, with the fields of their texts, the query, its settings and counts',
    input: v.strictObject({
      ...asked,
      ...linesAsked,
      format: optional(
        v.picklist([...tableFormats, ...pageFormats]),
        '`csv`, `tsv`, `xlsx`; `docx` and `html` have query, settings and counts above the lines',
        'csv',
      ),
      target: required(target, 'the file; beside a table the settings go into a `.settings.json`'),
      preset: optional(v.picklist(['excel', 'exchange']), 'as of `export`', 'exchange'),
      locale: optional(name, 'whose signs the Excel preset takes, as a tag: `de`'),
    }),
    output: answer<ExportResult>(),
    command: { words: ['query', 'export'], positional: ['query'], options: { target: 'out' } },
  }),
  'exchange.table': call({
    says: 'Write the rows of a table that somebody looks at',
    input: v.strictObject({
      columns: required(
        v.pipe(
          v.array(
            v.strictObject({
              name: head,
              kind: v.picklist(['text', 'number']),
              role: v.exactOptional(v.picklist(['left', 'node', 'right'])),
            }),
          ),
          v.minLength(1),
          v.maxLength(mostColumns),
        ),
        'how each is headed, and whether it holds numbers',
      ),
      rows: required(
        v.pipe(v.array(v.array(cell)), v.maxLength(mostRows)),
        'as many cells each as there are columns',
      ),
      format: optional(
        v.picklist([...tableFormats, ...pageFormats]),
        '`csv`, `tsv`, `xlsx`; `docx` and `html` have the settings above the rows',
        'csv',
      ),
      target: required(target, 'the file; settings go into a `.settings.json` beside it'),
      preset: optional(v.picklist(['excel', 'exchange']), 'as of `export`', 'excel'),
      locale: optional(name, 'whose signs the Excel preset takes, as a tag: `de`'),
      settings: optional(v.record(v.string(), v.unknown()), 'how the rows were got'),
    }),
    output: answer<ExportResult>(),
    command: windowOnly(
      'the rows stand on a page; the command of each list prints them, and `--json` gives them whole',
    ),
  }),
};
