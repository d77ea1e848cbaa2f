import { en as shared } from '../../../core/contract/messages/words.en.ts';
import { ofEnglish as of, some } from '../../i18n/counted.ts';

/** Vectors and tables for other programs. */
export const en = {
  title: shared.commands.export,
  lacking: 'There is nothing to export yet. Add texts first.',
  what: 'What',
  kinds: {
    vectors: 'Word vectors',
    'output-vectors': 'Output vectors',
    vocabulary: 'Vocabulary of the model',
    neighbours: 'Neighbours of the pinned words',
    frequencies: 'Word list of the corpus',
    'import-report': 'What became of each file',
    sequence: 'Recurrent model',
    surprisal: 'Surprisal of every word',
  },
  kindNotes: {
    vectors: 'One row for each word: what most people mean by “the embeddings”.',
    'output-vectors': 'The other matrix, of words as contexts.',
    vocabulary: 'Words and counts that the model knows.',
    neighbours: 'A table of nearest words for each pinned word.',
    frequencies: 'Count, per million, texts, dispersion.',
    'import-report':
      'Every file of every import: read or left out and why, encoding, language, what was replaced.',
    sequence: 'All weights, for PyTorch and others, and a JSON with settings and words.',
    surprisal: 'A row for each word of the corpus: text, sentence, word, bits.',
  },
  format: 'Format',
  formats: {
    csv: 'CSV',
    tsv: 'TSV',
    xlsx: 'Excel (XLSX)',
    word2vec: 'word2vec text',
    'word2vec-binary': 'word2vec binary',
    glove: 'GloVe text',
    npy: 'NumPy (NPY)',
    projector: 'Embedding Projector',
    safetensors: 'safetensors',
  },
  formatNotes: {
    csv: 'Opens in Excel, R, Python and SPSS.',
    tsv: 'Columns by tabs: nothing needs quoting.',
    xlsx: 'A workbook; up to 16,384 columns.',
    word2vec: 'For gensim: load_word2vec_format.',
    'word2vec-binary': 'As word2vec text, a quarter of the size.',
    glove: 'As word2vec text, without its first line.',
    npy: 'A matrix for NumPy and a list of its words.',
    projector: 'Two tables for the TensorFlow Embedding Projector.',
    safetensors: 'Matrices by name; read by Python, R and Rust, and runs no code.',
  },
  preset: 'Made for',
  presets: { excel: 'Excel on this computer', exchange: 'Exchange' },
  presetNotes: {
    excel: 'Separator and decimal sign of your locale; cells that would run as formulas are made harmless.',
    exchange: 'UTF-8, comma and point; every character as it is.',
  },
  top: 'Neighbours of each',
  save: 'Export…',
  settingsBeside: 'The settings of the training are written beside the table.',
  written: (files: string, rows: string, columns: string) =>
    `Written: ${files} (${some(rows, 'row', 'rows')}, ${some(columns, 'column', 'columns')}).`,
  changed: of(
    'cell was changed so that Excel reads it safely',
    'cells were changed so that Excel reads them safely',
  ),
  noPins: 'Pin some words first.',
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
