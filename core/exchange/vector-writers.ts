import type { ExportFormat, ExportResult, TablePreset } from '../contract/exchange.ts';
import type { Hooks } from '../contract/progress.ts';
import { requireOwn, writeSidecar } from './beside.ts';
import { float32Text } from './number-text.ts';
import { inSteps } from './steady.ts';
import type { Table } from './table.ts';
import { exportTable } from './tables.ts';
import { writeWhole, type TemporaryTarget } from './temporary-target.ts';

export interface VectorTable {
  readonly words: readonly string[];
  /** Occurrences; null where they are not known. */
  readonly counts: ArrayLike<number> | null;
  readonly dimensions: number;
  /** Words × dimensions, row-major. */
  readonly values: Float32Array;
}

/** Tensors of networks have a writer of their own. */
export type VectorFormat = Exclude<ExportFormat, 'safetensors'>;

export interface VectorExport {
  readonly format: VectorFormat;
  readonly preset: TablePreset;
  readonly locale?: string;
  readonly target: string;
  /** How the vectors were made: written beside them as JSON. */
  readonly settings?: object;
}

/**
 * Writes vectors in one of the formats of the field, every number so that it reads back as the same float32.
 * @throws AppError E_SHEET_TOO_LARGE, E_CANCELLED, E_NO_SPACE, E_READ_ONLY, E_IO; the targets are then as they were
 */
export async function exportVectors(
  table: VectorTable,
  options: VectorExport,
  hooks: Hooks = {},
): Promise<ExportResult> {
  const { format, target, settings } = options;
  requireOwn(target, isTable(format) ? [] : rowFormats[format].files(target).slice(1));
  const result = isTable(format)
    ? await exportTable(asTable(table), { ...options, format }, hooks)
    : await writeFormat(table, format, target, hooks);
  if (settings === undefined) return result;
  const sidecar = await writeSidecar(target, result.files, settings);
  return { ...result, files: [...result.files, sidecar] };
}

function asTable({ words, counts, dimensions, values }: VectorTable): Table {
  return {
    columns: [
      { name: 'word', kind: 'text' },
      { name: 'count', kind: 'number' },
      ...Array.from({ length: dimensions }, (_, at) => ({ name: `d${at + 1}`, kind: 'number' as const })),
    ],
    rows: (function* () {
      for (let row = 0; row < words.length; row += 1)
        yield [
          words[row]!,
          counts?.[row] ?? null,
          ...values.subarray(row * dimensions, (row + 1) * dimensions),
        ];
    })(),
    rowCount: words.length,
    numberText: (value) => (Number.isInteger(value) ? String(value) : float32Text(value)),
  };
}

type TableFormat = 'csv' | 'tsv' | 'xlsx';
type RowFormat = Exclude<VectorFormat, TableFormat>;

const isTable = (format: VectorFormat): format is TableFormat =>
  format === 'csv' || format === 'tsv' || format === 'xlsx';

interface RowWriter {
  /** File names, given the target. */
  files(target: string): string[];
  /** What no word may hold: readers split there. */
  readonly splits: RegExp;
  begin?(files: readonly TemporaryTarget[], table: VectorTable): void;
  row(files: readonly TemporaryTarget[], word: string, vector: Float32Array, count: number): void;
}

const numbers = (vector: Float32Array, separator: string) => Array.from(vector, float32Text).join(separator);
const bytesOf = (vector: Float32Array) => new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
const header = ({ words, dimensions }: VectorTable) => `${words.length} ${dimensions}\n`;

const rowFormats: Readonly<Record<RowFormat, RowWriter>> = {
  word2vec: {
    files: (target) => [target],
    splits: /\s/gu,
    begin: ([file], table) => file!.write(header(table)),
    row: ([file], word, vector) => file!.write(`${word} ${numbers(vector, ' ')}\n`),
  },
  'word2vec-binary': {
    files: (target) => [target],
    splits: /\s/gu,
    begin: ([file], table) => file!.write(header(table)),
    row([file], word, vector) {
      file!.write(`${word} `);
      file!.write(bytesOf(vector));
      file!.write('\n');
    },
  },
  glove: {
    files: (target) => [target],
    splits: /\s/gu,
    row: ([file], word, vector) => file!.write(`${word} ${numbers(vector, ' ')}\n`),
  },
  npy: {
    files: (target) => [target, `${target}.words.txt`],
    splits: /[\r\n]/gu,
    begin: ([file], table) => file!.write(npyHeader(table)),
    row([file, words], word, vector) {
      file!.write(bytesOf(vector));
      words!.write(`${word}\n`);
    },
  },
  projector: {
    files: (target) => [target, metadataName(target)],
    splits: /[\t\r\n]/gu,
    begin: ([, metadata], { counts }) => {
      // The projector takes a header where there are two columns, and none where there is one.
      if (counts !== null) metadata!.write('word\tcount\n');
    },
    row([file, metadata], word, vector, count) {
      file!.write(`${numbers(vector, '\t')}\n`);
      metadata!.write(count < 0 ? `${word}\n` : `${word}\t${count}\n`);
    },
  },
};

/** `vectors.tsv` → `vectors.metadata.tsv`. */
const metadataName = (target: string) => `${target.replace(/\.tsv$/iu, '')}.metadata.tsv`;

async function writeFormat(
  table: VectorTable,
  format: RowFormat,
  target: string,
  hooks: Hooks,
): Promise<ExportResult> {
  const { words, counts, dimensions, values } = table;
  const writer = rowFormats[format];
  return writeWhole(writer.files(target), async (files) => {
    writer.begin?.(files, table);
    const nameOf = namesWithout(writer.splits, words);
    let changed = 0;
    await inSteps(words, words.length, hooks, (word, row) => {
      const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
      const name = nameOf(word);
      writer.row(files, name, vector, counts?.[row] ?? -1);
      if (name !== word) changed += 1;
    });
    return { files: files.map(({ name }) => name), rows: words.length, columns: dimensions, changed };
  });
}

/**
 * Names of words in a file that splits at some signs: low lines stand for these, and one more where the model has such a word, so that no
 * two words become one.
 */
function namesWithout(splits: RegExp, words: readonly string[]): (word: string) => string {
  const hasSplit = (word: string) => word.search(splits) >= 0;
  if (!words.some(hasSplit)) return (word) => word;
  const taken = new Set(words);
  return (word) => {
    if (!hasSplit(word)) return word;
    let name = word.replace(splits, '_');
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  };
}

/** NPY 1.0: little-endian float32 in C order; the header is padded so that the numbers start on a multiple of 64. */
function npyHeader({ words, dimensions }: VectorTable): Uint8Array {
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${words.length}, ${dimensions}), }`;
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64 - 10;
  const bytes = Buffer.alloc(10 + length, ' ');
  bytes.write('\x93NUMPY\x01\x00', 0, 'latin1');
  bytes.writeUInt16LE(length, 8);
  bytes.write(dictionary, 10, 'latin1');
  bytes.write('\n', 10 + length - 1, 'latin1');
  return bytes;
}
