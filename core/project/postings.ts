/**
 * Where the types of an import stand, written while its tokens go by: for each type the differences between neighbouring places as
 * varints (see {@link varints}), in blocks that grow with the type. A place costs little more than a byte, so nothing has to be
 * counted beforehand and no token is read a second time.
 */
export interface Postings {
  /** The next place of a type, which is behind all its earlier ones. */
  put(type: number, place: number): void;
  /** The bytes of `postings.places`, as a copy; empty for a type that was never put. */
  places(type: number): Uint8Array;
}

const chunkBits = 20;
const chunkBytes = 1 << chunkBits;
/** Half of all types occur once or twice. */
const firstBlock = 8;
const largestBlock = 1024;
/** At the end of a block stands where the next one begins. */
const linkBytes = 4;
const none = 0xffffffff;

/** @param types how many there are; their numbers are below it */
export function growingPostings(types: number): Postings {
  const chunks: Uint8Array[] = [];
  let used = chunkBytes;
  const heads = new Uint32Array(types).fill(none);
  /** Where the next byte goes, the end of that block's bytes, and the size of the block, of each type. */
  const ats = new Uint32Array(types);
  const ends = new Uint32Array(types);
  const sizes = new Uint16Array(types);
  const lasts = new Float64Array(types);

  /** A block never reaches over the end of a chunk. */
  function block(size: number): number {
    if (used + size > chunkBytes) {
      chunks.push(new Uint8Array(chunkBytes));
      used = 0;
    }
    const start = (chunks.length - 1) * chunkBytes + used;
    used += size;
    return start;
  }

  const viewAt = (at: number) => chunks[at >>> chunkBits]!;
  const within = (at: number) => at & (chunkBytes - 1);

  function begin(type: number): void {
    const isFirst = sizes[type] === 0;
    const size = isFirst ? firstBlock : Math.min(largestBlock, sizes[type]! * 2);
    const start = block(size);
    if (isFirst) heads[type] = start;
    else {
      const link = ends[type]!;
      new DataView(viewAt(link).buffer).setUint32(within(link), start, true);
    }
    ats[type] = start;
    ends[type] = start + size - linkBytes;
    sizes[type] = size;
  }

  function byte(type: number, value: number): void {
    if (ats[type] === ends[type]) begin(type);
    const at = ats[type]!++;
    viewAt(at)[within(at)] = value;
  }

  return {
    put(type, place) {
      let rest = place - lasts[type]!;
      lasts[type] = place;
      while (rest > 0x7fffffff) {
        byte(type, (rest % 128) | 128);
        rest = Math.floor(rest / 128);
      }
      while (rest > 127) {
        byte(type, (rest & 127) | 128);
        rest >>>= 7;
      }
      byte(type, rest);
    },
    places(type) {
      if (heads[type] === none) return new Uint8Array(0);
      const parts: Uint8Array[] = [];
      let length = 0;
      for (let start = heads[type]!, size = firstBlock; ; size = Math.min(largestBlock, size * 2)) {
        const isLast = start + size - linkBytes === ends[type];
        const end = isLast ? ats[type]! : start + size - linkBytes;
        const chunk = viewAt(start);
        const from = within(start);
        parts.push(chunk.subarray(from, from + end - start));
        length += end - start;
        if (isLast) return joined(parts, length);
        start = new DataView(chunk.buffer).getUint32(within(end), true);
      }
    },
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
