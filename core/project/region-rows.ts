import { createHash } from 'node:crypto';
import type { NewRegions } from './import-rows.ts';
import { bytesOf } from './token-chunks.ts';
import { varintReader, varintWriter } from './varints.ts';

/** Regions of one name in a document, by start, the longer first. */
export interface Spans {
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
}

/** Milliseconds from the beginning of a recording; −1 where nobody knows. */
export interface Times {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

const writer = varintWriter(1 << 12);

/** Ascending starts as differences, each with its length. */
export function encodeSpans(starts: Uint32Array, ends: Uint32Array): Uint8Array {
  let last = 0;
  for (let i = 0; i < starts.length; i++) {
    writer.put(starts[i]! - last);
    writer.put(Math.max(0, ends[i]! - starts[i]!));
    last = starts[i]!;
  }
  return writer.take();
}

/** @throws AppError E_DAMAGED when the bytes are cut short */
export function decodeSpans(bytes: Uint8Array, count: number): Spans {
  const starts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  const reader = varintReader(bytes);
  for (let i = 0, last = 0; i < count; i++) {
    last += reader.next();
    starts[i] = last;
    lengths[i] = reader.next();
  }
  return { starts, lengths };
}

function encodeTimes({ starts, ends }: Times): Uint8Array {
  let last = 0;
  for (let i = 0; i < starts.length; i++) {
    writer.putSigned(starts[i]! - last);
    writer.putSigned(ends[i]! - starts[i]!);
    last = starts[i]!;
  }
  return writer.take();
}

/** @returns null where no time is stored. @throws AppError E_DAMAGED when the bytes are cut short */
export function decodeTimes(bytes: Uint8Array, count: number): Times | null {
  if (bytes.length === 0) return null;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const reader = varintReader(bytes);
  for (let i = 0, last = 0; i < count; i++) {
    last += reader.nextSigned();
    starts[i] = last;
    ends[i] = last + reader.nextSigned();
  }
  return { starts, ends };
}

/** Regions as they are stored, and the order in which they were given. */
export interface SortedRegions {
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly times: Uint8Array;
  readonly digest: Buffer;
}

/** By start, the longer first; whole milliseconds. */
export function sortedRegions({
  starts,
  ends,
  times,
}: Pick<NewRegions, 'starts' | 'ends' | 'times'>): SortedRegions {
  const order = Uint32Array.from(starts, (_, at) => at).sort(
    (a, b) => starts[a]! - starts[b]! || ends[b]! - ends[a]! || a - b,
  );
  const permuted = (numbers: ArrayLike<number>) => Uint32Array.from(order, (at) => numbers[at]!);
  const known = (ms: number | undefined) =>
    ms !== undefined && ms >= 0 && ms <= Number.MAX_SAFE_INTEGER / 4 ? Math.round(ms) : -1;
  const sorted = { starts: permuted(starts), ends: permuted(ends) };
  const encoded =
    times === undefined
      ? new Uint8Array()
      : encodeTimes({
          starts: Float64Array.from(order, (at) => known(times.starts[at])),
          ends: Float64Array.from(order, (at) => known(times.ends[at])),
        });
  const digest = createHash('sha256')
    .update(bytesOf(sorted.starts))
    .update(bytesOf(sorted.ends))
    .update(encoded)
    .digest();
  return { order, ...sorted, times: encoded, digest };
}
