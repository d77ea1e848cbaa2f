export const exportKinds = [
  'vectors',
  'output-vectors',
  'vocabulary',
  'neighbours',
  'frequencies',
  'import-report',
  'sequence',
  'surprisal',
] as const;
export type ExportKind = (typeof exportKinds)[number];

export const tableFormats = ['csv', 'tsv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Formats of tables that people read: settings and counts stand above the rows. */
export const pageFormats = ['docx', 'html'] as const;

export const exportFormats = [
  ...tableFormats,
  'word2vec',
  'word2vec-binary',
  'glove',
  'npy',
  'projector',
  'safetensors',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * `excel`: byte-order mark, CRLF, separator and decimal sign of the user's locale, cells that would run as formulas made
 * harmless. `exchange`: UTF-8, LF, comma and point, every character as it is.
 */
export type TablePreset = 'excel' | 'exchange';

export interface ExportResult {
  /** File names without folders; more than one for NPY (with words) and the projector pair, and the settings beside them. */
  readonly files: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** Cells that the Excel preset had to make harmless, words whose spaces became `_`. */
  readonly changed: number;
}

/** What a reader of foreign vectors had to repair or leave out. */
export interface VectorImportReport {
  readonly words: number;
  readonly dimensions: number;
  readonly format: 'word2vec' | 'word2vec-binary' | 'glove';
  readonly duplicates: number;
  /** Words whose bytes were not UTF-8 and hold U+FFFD now. */
  readonly replaced: number;
}
