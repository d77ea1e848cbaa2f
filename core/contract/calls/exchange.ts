import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { exportFormats, exportKinds, type ExportResult } from '../exchange.ts';
import { compared, name, ofModel, optional, ranked, required, target, words } from '../fields.ts';

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
};
