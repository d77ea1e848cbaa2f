import type { TrainingSettings } from '../contract/settings/training.ts';
import { chunkTokens, lossPoolSize, poolSize } from '../kernel/memory-map.ts';
import type { RandomStream } from '../random.ts';
import type { AliasTable } from '../vocabulary/noise.ts';
import { lastOfDocument } from './encode-tokens.ts';
import { stretchesOf } from './rounds-layout.ts';

/** The random choices of training, in the order in which the kernel makes them: for the reference trainer and the pairs inspector. */
export interface ExampleSource {
  readonly settings: TrainingSettings;
  /** Uniform u32 up to which an occurrence of each word is kept. */
  readonly keep: Uint32Array;
  readonly noise: AliasTable;
  readonly random: RandomStream;
}

/** What one window of a chunk makes. */
export interface Window {
  /** Place of the centre among the kept tokens of the chunk. */
  readonly at: number;
  /** Places of the context, ascending. */
  readonly contexts: readonly number[];
  /** Rows of the negative samples; empty under the other output layers. */
  readonly negatives: readonly number[];
}

export interface Chunk {
  /** Row of each kept token. */
  readonly rows: readonly number[];
  /** Number of each kept token in the token array. */
  readonly positions: readonly number[];
  /** Behind the last kept token of each document. */
  readonly documentEnds: readonly number[];
  /** The token behind the last one read. */
  readonly end: number;
}

/**
 * Reads tokens until the chunk is full or `to` is reached; frequent words are left out by chance.
 * @param most kept tokens
 */
export function readChunk(
  tokens: Uint32Array,
  from: number,
  { keep, random }: ExampleSource,
  to = tokens.length,
  most = chunkTokens,
): Chunk {
  const rows: number[] = [];
  const positions: number[] = [];
  const documentEnds: number[] = [];
  const closeDocument = () => {
    if (documentEnds.length === 0 ? rows.length > 0 : rows.length > documentEnds.at(-1))
      documentEnds.push(rows.length);
  };
  let at = from;
  for (; at < to && rows.length < most; at += 1) {
    const row = (tokens[at]! & ~lastOfDocument) >>> 0;
    if (random.next() <= keep[row]!) {
      rows.push(row);
      positions.push(at);
    }
    if (tokens[at]! >= lastOfDocument) closeDocument();
  }
  closeDocument();
  return { rows, positions, documentEnds, end: at };
}

/** The windows of a chunk, in groups that the kernel steps together: one, or two, which share their negatives (CBOW). */
export function* windowsOf(chunk: Chunk, source: ExampleSource): Generator<readonly Window[]> {
  const { settings, random } = source;
  const sampling = settings.output === 'negative-sampling';
  const inRounds = stretchesOf(settings) > 1;
  const pool = sampling ? drawPool(source, poolSize) : [];
  // Those of the loss, which changes no vector.
  if (sampling && inRounds) drawPool(source, lossPoolSize);
  const size = settings.architecture === 'cbow' && settings.output !== 'full-softmax' ? 2 : 1;
  let first = 0;
  for (const end of chunk.documentEnds) {
    // CBOW has no window without context; skip-gram draws and finds nothing to do.
    const from = settings.architecture === 'cbow' && end - first < 2 ? end : first;
    for (let at = from; at < end; at += size) {
      const centres = size === 2 && at + 1 < end ? [at, at + 1] : [at];
      const forbidden = centres.map((centre) => chunk.rows[centre]!);
      const negatives = sampling
        ? drawNegatives(pool, settings.negative, forbidden, random, inRounds ? null : source.keep.length)
        : [];
      const group = centres.map((centre) => ({
        at: centre,
        contexts: drawContext(centre, first, end, settings, random),
        negatives,
      }));
      yield group;
    }
    first = end;
  }
}

function drawPool({ noise, random }: ExampleSource, size: number): number[] {
  return Array.from({ length: size }, () => {
    const column = random.below(noise.aliases.length);
    return random.next() <= noise.thresholds[column]! ? column : noise.aliases[column]!;
  });
}

function drawNegatives(
  pool: readonly number[],
  count: number,
  forbidden: readonly number[],
  random: RandomStream,
  words: number | null,
): number[] {
  let bits = 0;
  return Array.from({ length: count }, (_, at) => {
    if (at % 4 === 0) bits = random.next();
    const row = pool[bits & 255]!;
    bits >>>= 8;
    return forbidden.includes(row) ? drawAnother(pool, forbidden, random, words) : row;
  });
}

function drawAnother(
  pool: readonly number[],
  forbidden: readonly number[],
  random: RandomStream,
  words: number | null,
): number {
  for (let attempt = 0; attempt < 32; attempt += 1) {
    const row = pool[random.next() & (poolSize - 1)]!;
    if (!forbidden.includes(row)) return row;
  }
  if (words === null) return pool.find((one) => !forbidden.includes(one)) ?? forbidden[0]!;
  let row = forbidden[0]!;
  do row = row + 1 === words ? 0 : row + 1;
  while (forbidden.includes(row) && words > 2);
  return row;
}

function drawContext(
  at: number,
  first: number,
  end: number,
  { window, dynamicWindow }: TrainingSettings,
  random: RandomStream,
): number[] {
  const radius = dynamicWindow ? window - random.below(window) : window;
  const contexts: number[] = [];
  for (let other = Math.max(first, at - radius); other <= Math.min(end - 1, at + radius); other += 1)
    if (other !== at) contexts.push(other);
  return contexts;
}
