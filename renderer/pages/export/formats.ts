import type { ExportFormat, ExportKind } from '../../../core/contract/exchange.ts';

const tables: readonly ExportFormat[] = ['csv', 'tsv', 'xlsx'];

/** The formats that each kind of thing can be written in, the usual one first. */
export const formatsOf: Readonly<Record<ExportKind, readonly ExportFormat[]>> = {
  vectors: [...tables, 'word2vec', 'word2vec-binary', 'glove', 'npy', 'projector'],
  'output-vectors': [...tables, 'word2vec', 'word2vec-binary', 'glove', 'npy'],
  vocabulary: tables,
  neighbours: tables,
  frequencies: tables,
  'import-report': tables,
  sequence: ['safetensors'],
  surprisal: tables,
};

const endings: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  word2vec: 'txt',
  'word2vec-binary': 'bin',
  glove: 'txt',
  npy: 'npy',
  projector: 'tsv',
  safetensors: 'safetensors',
};

/** A file name to begin with: the project or model and what is in the file. */
export function suggestedName(subject: string, kind: ExportKind, format: ExportFormat): string {
  const safe = subject.replace(/\.firth$/, '').replaceAll(/[\\/:*?"<>|]+/g, '_');
  return `${safe} ${kind}.${endings[format]}`;
}

/** Presets differ for tables of text only. */
export function hasPresets(format: ExportFormat): boolean {
  return format === 'csv' || format === 'tsv' || format === 'xlsx';
}

/** What a kind of thing is made of: word vectors, a recurrent model, or the texts alone. */
export function sourceOf(kind: ExportKind): 'model' | 'sequence' | 'texts' {
  if (kind === 'sequence' || kind === 'surprisal') return 'sequence';
  return kind === 'frequencies' || kind === 'import-report' ? 'texts' : 'model';
}
