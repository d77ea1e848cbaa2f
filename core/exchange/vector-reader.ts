import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { VectorImportReport } from '../contract/exchange.ts';
import type { Hooks } from '../contract/progress.ts';
import { marks, readBytes, type VectorBytes } from './vector-bytes.ts';
import { requireRegularFile } from '../regular-file.ts';

export interface ReadVectors {
  readonly words: readonly string[];
  /** Vector files do not tell how often a word occurred. */
  readonly counts: Uint32Array | null;
  readonly dimensions: number;
  /** Words × dimensions, row-major. */
  readonly values: Float32Array;
  readonly report: VectorImportReport;
}

type Format = VectorImportReport['format'];

const mostDimensions = 10_000;
/** What one matrix may take in memory. */
const mostBytes = 3 * 2 ** 30;
const longestWord = 1 << 20;

/**
 * Reads word2vec text, word2vec binary (with or without a line end after each vector), GloVe, fastText’s .vec, and gzip of each; which
 * it is shows in the bytes, not in the name. Memory is bounded by the matrix.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_FILE_EMPTY, E_VECTORS_PICKLE, E_VECTORS_MALFORMED, E_VECTORS_TRUNCATED, E_TOO_BIG, E_CANCELLED
 */
export async function readVectors(
  path: string,
  { limit = Infinity }: { readonly limit?: number } = {},
  hooks: Hooks = {},
): Promise<ReadVectors> {
  const file = basename(path);
  const { size, gzip } = lookAt(path, file);
  const bytes = readBytes(path, size, gzip, hooks);
  try {
    await skipByteOrderMark(bytes);
    const start = await bytes.peek(2);
    // Python’s pickles start with 0x80 and their protocol.
    if (start[0] === 0x80 && start[1]! <= 5) throw new AppError('E_VECTORS_PICKLE', { file });
    const shape = await readHeader(bytes, file, gzip ? Infinity : size);
    const rows = createRows(file, shape, limit);
    if (shape.format === 'word2vec-binary') await readBinary(bytes, file, shape, rows);
    else await readText(bytes, file, shape, rows);
    hooks.onProgress?.({ phase: 'reading', done: size, total: size });
    return rows.finish();
  } finally {
    bytes.close();
  }
}

function lookAt(path: string, file: string): { readonly size: number; readonly gzip: boolean } {
  try {
    requireRegularFile(path);
    const { size } = statSync(path);
    if (size === 0) throw new AppError('E_FILE_EMPTY', { file });
    const source = openSync(path, 'r');
    const head = Buffer.alloc(2);
    readSync(source, head, 0, 2, 0);
    closeSync(source);
    return { size, gzip: head[0] === 0x1f && head[1] === 0x8b };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    if (reason === 'ENOENT') throw new AppError('E_FILE_MISSING', { file });
    throw new AppError('E_FILE_UNREADABLE', { file, reason });
  }
}

async function skipByteOrderMark(bytes: VectorBytes): Promise<void> {
  const start = await bytes.peek(3);
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) await bytes.take(3);
}

interface Shape {
  readonly format: Format;
  /** Words that the header promises; null without header. */
  readonly promised: number | null;
  readonly dimensions: number;
}

const headerLine = /^\s*(\d+)[ \t]+(\d+)\s*$/u;

async function readHeader(bytes: VectorBytes, file: string, size: number): Promise<Shape> {
  const head = (await bytes.peek(1 << 16)).toString('latin1');
  const first = head.split('\n', 1)[0]!;
  const header = headerLine.exec(first);
  if (header === null) {
    const dimensions = fieldsOf(Buffer.from(first, 'latin1')).length - 1;
    if (dimensions < 2 || !fieldsOf(Buffer.from(first, 'latin1')).slice(1).every(isNumber))
      throw new AppError('E_VECTORS_MALFORMED', {
        file,
        line: 1,
        reason: 'neither a header nor a word with numbers',
      });
    return { format: 'glove', promised: null, dimensions: checkDimensions(dimensions, file) };
  }
  await bytes.until(marks.lineFeed, 1 << 16);
  const promised = Number(header[1]);
  const dimensions = checkDimensions(Number(header[2]), file);
  const format = (await isText(bytes, dimensions)) ? 'word2vec' : 'word2vec-binary';
  // Of each word at least a letter, a space and its numbers; text needs at least two bytes for a number.
  const least = promised * (format === 'word2vec' ? 2 * dimensions + 1 : 4 * dimensions + 1);
  if (promised === 0) throw new AppError('E_VECTORS_MALFORMED', { file, line: 1, reason: 'no words' });
  if (least > size) throw truncated(file, promised, Math.floor(size / (least / promised)));
  if (promised * dimensions * 4 > mostBytes)
    throw new AppError('E_TOO_BIG', { needed: promised * dimensions * 4, limit: mostBytes });
  return { format, promised, dimensions };
}

function checkDimensions(dimensions: number, file: string): number {
  if (dimensions >= 1 && dimensions <= mostDimensions) return dimensions;
  throw new AppError('E_VECTORS_MALFORMED', { file, line: 1, reason: `${dimensions} dimensions` });
}

/** Do the fields after the first word look like numbers in letters? A row that was read to its end has them all. */
async function isText(bytes: VectorBytes, dimensions: number): Promise<boolean> {
  const start = await bytes.peek(longestWord);
  const end = start.indexOf(marks.lineFeed);
  const fields = fieldsOf(end < 0 ? start : start.subarray(0, end));
  if (end >= 0 && fields.length > dimensions) {
    // One wrong number is an error to be told of, not another format.
    const numbers = fields.slice(-dimensions);
    return (
      numbers.every(isPrintable) && numbers.some((field) => isNumber(field) || /^[+-]?nan|inf/iu.test(field))
    );
  }
  // The last row may lack numbers, a long one is cut inside of one: the first of them count.
  const numbers = fields.slice(1, -1);
  return numbers.length > 0 && numbers.every(isNumber) && isPrintable(fields.at(-1));
}

const isPrintable = (field: string) => /^[\x20-\x7e]*$/u.test(field);
const isNumber = (field: string) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(field);
const fieldsOf = (line: Buffer) =>
  line
    .toString('latin1')
    .trim()
    .split(/[ \t]+/u);

/** Gathers rows as they come: grows towards what was promised, since a promise may be wrong. */
interface Rows {
  readonly full: () => boolean;
  add(word: Buffer, vector: Float32Array): void;
  readonly read: () => number;
  finish(): ReadVectors;
}

function createRows(file: string, { format, promised, dimensions }: Shape, limit: number): Rows {
  const words = new Map<string, number>();
  let values = new Float32Array(Math.min(promised ?? 1024, 1024) * dimensions);
  let read = 0;
  let replaced = 0;
  return {
    full: () => words.size >= limit,
    read: () => read,
    add(raw, vector) {
      read += 1;
      const word = raw.toString('utf8');
      if (words.has(word)) return;
      if (word.includes('\uFFFD')) replaced += 1;
      const at = words.size * dimensions;
      if (at + dimensions > values.length) {
        const room = Math.min(values.length * 2, (promised ?? Infinity) * dimensions);
        if (room * 4 > mostBytes) throw new AppError('E_TOO_BIG', { needed: room * 4, limit: mostBytes });
        const larger = new Float32Array(Math.max(room, at + dimensions));
        larger.set(values);
        values = larger;
      }
      values.set(vector, at);
      words.set(word, words.size);
    },
    finish() {
      if (words.size === 0) throw new AppError('E_VECTORS_MALFORMED', { file, reason: 'no words' });
      return {
        words: [...words.keys()],
        counts: null,
        dimensions,
        values: values.slice(0, words.size * dimensions),
        report: { words: words.size, dimensions, format, duplicates: read - words.size, replaced },
      };
    },
  };
}

const truncated = (file: string, promised: number, found: number) =>
  new AppError('E_VECTORS_TRUNCATED', { file, promised, found });

async function readBinary(
  bytes: VectorBytes,
  file: string,
  { promised, dimensions }: Shape,
  rows: Rows,
): Promise<void> {
  const vector = new Float32Array(dimensions);
  for (let row = 0; row < promised! && !rows.full(); row += 1) {
    // The C tool ends each vector with a line feed, gensim does not.
    while ((await bytes.peek(1))[0] === marks.lineFeed) await bytes.take(1);
    const word = await bytes.until(marks.space, longestWord);
    if (word === null) throw truncated(file, promised!, row);
    const kept = Buffer.from(word);
    // gensim writes a word with a space as it is, and what is behind the space is then read for numbers, and numbers for words.
    if (kept.some((byte) => byte < 9))
      throw new AppError('E_VECTORS_MALFORMED', {
        file,
        line: row + 2,
        reason: 'bytes of numbers in a word; a word before it may hold a space, which this format cannot',
      });
    const numbers = await bytes.take(dimensions * 4);
    if (numbers === null) throw truncated(file, promised!, row);
    for (let at = 0; at < dimensions; at += 1) {
      vector[at] = numbers.readFloatLE(at * 4);
      if (!Number.isFinite(vector[at]))
        throw new AppError('E_VECTORS_MALFORMED', {
          file,
          line: row + 2,
          reason: 'a number that is not finite',
        });
    }
    rows.add(kept, vector);
  }
}

async function readText(
  bytes: VectorBytes,
  file: string,
  { promised, dimensions }: Shape,
  rows: Rows,
): Promise<void> {
  const vector = new Float32Array(dimensions);
  const longest = longestWord + dimensions * 50;
  for (let line = promised === null ? 1 : 2; !rows.full(); line += 1) {
    const text = await bytes.until(marks.lineFeed, longest);
    if (text === null) break;
    const word = parseLine(
      text,
      vector,
      (reason) => new AppError('E_VECTORS_MALFORMED', { file, line, reason }),
    );
    if (word === null) continue;
    if (promised !== null && rows.read() >= promised)
      throw new AppError('E_VECTORS_MALFORMED', {
        file,
        line,
        reason: 'more words than the header promises',
      });
    rows.add(word, vector);
  }
  if (promised !== null && !rows.full() && rows.read() < promised)
    throw truncated(file, promised, rows.read());
}

/** Words may hold spaces: the numbers are the last fields. @returns null for an empty line */
function parseLine(
  line: Buffer,
  vector: Float32Array,
  malformed: (reason: string) => AppError,
): Buffer | null {
  let end = line.length;
  while (end > 0 && isBlank(line[end - 1]!)) end -= 1;
  if (end === 0) return null;
  for (let at = vector.length - 1; at >= 0; at -= 1) {
    let from = end;
    while (from > 0 && !isBlank(line[from - 1]!)) from -= 1;
    const field = line.toString('latin1', from, end);
    if (from === 0 || !isNumber(field))
      throw malformed(
        from === 0 ? `fewer than ${vector.length} numbers` : `“${field.slice(0, 40)}” is not a number`,
      );
    vector[at] = Number(field);
    if (!Number.isFinite(vector[at])) throw malformed('a number that is not finite');
    end = from;
    while (end > 0 && isBlank(line[end - 1]!)) end -= 1;
  }
  if (end === 0) throw malformed('no word');
  return line.subarray(0, end);
}

/** Space, tab, carriage return. */
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0d;
