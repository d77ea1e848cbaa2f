import { readFileSync } from 'node:fs';

/** An entry of a dictionary that MeCab compiled. */
export interface CompiledEntry {
  readonly surface: string;
  readonly left: number;
  readonly right: number;
  /** Number of its part of speech. */
  readonly part: number;
  readonly cost: number;
  readonly features: readonly string[];
}

const headBytes = 72;
const bytesPerToken = 16;

/**
 * Reads sys.dic or unk.dic: a head of 72 bytes, the words as a double array over UTF-8 (Darts), the entries, 16 bytes each, and their
 * features as text. Entries of one word stand in a row, words in the order of their UTF-16 units.
 */
export function compiledEntries(file: string): readonly CompiledEntry[] {
  const bytes = readFileSync(file);
  const head = (field: number) => bytes.readUInt32LE(field * 4);
  const [trieBytes, tokenBytes] = [head(6), head(7)];
  const trie = new Int32Array(
    bytes.buffer.slice(bytes.byteOffset + headBytes, bytes.byteOffset + headBytes + trieBytes),
  );
  const tokens = headBytes + trieBytes;
  const features = tokens + tokenBytes;
  const featuresAt = (offset: number) =>
    bytes.toString('utf8', features + offset, bytes.indexOf(0, features + offset)).split(',');
  return wordsOf(trie)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([surface, value]) =>
      Array.from({ length: value & 0xff }, (_, entry) => {
        const at = tokens + ((value >> 8) + entry) * bytesPerToken;
        return {
          surface,
          left: bytes.readUInt16LE(at),
          right: bytes.readUInt16LE(at + 2),
          part: bytes.readUInt16LE(at + 4),
          cost: bytes.readInt16LE(at + 6),
          features: featuresAt(bytes.readUInt32LE(at + 8)),
        };
      }),
    );
}

/** Words of a double array with their values. A unit is a base and the base of its parent; the child by byte c is at that base + c + 1. */
function wordsOf(trie: Int32Array): [word: string, value: number][] {
  const units = trie.length / 2;
  // Children of the node with a base, one after the other.
  const first = new Int32Array(units).fill(-1);
  const next = new Int32Array(units).fill(-1);
  for (let unit = units - 1; unit > 0; unit -= 1) {
    const base = trie[unit * 2 + 1]!;
    if (base <= 0 || base > unit) continue;
    next[unit] = first[base]!;
    first[base] = unit;
  }
  const words: [string, number][] = [];
  const letters: number[] = [];
  const visit = (base: number) => {
    for (let unit = first[base]!; unit >= 0; unit = next[unit]!) {
      if (unit === base) {
        words.push([Buffer.from(letters).toString(), -trie[unit * 2]! - 1]);
        continue;
      }
      letters.push(unit - base - 1);
      visit(trie[unit * 2]!);
      letters.pop();
    }
  };
  visit(trie[0]!);
  return words;
}

/** matrix.bin: the number of right contexts, of left contexts, then the cost of each pair, row by row of left contexts. */
export function compiledConnections(file: string): { rights: number; lefts: number; costs: Int16Array } {
  const bytes = readFileSync(file);
  const costs = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 4, bytes.byteOffset + bytes.byteLength));
  return { rights: bytes.readUInt16LE(0), lefts: bytes.readUInt16LE(2), costs };
}

/** char.bin: names of kinds, then for each unit its kinds as bits, the first of them, and what is done with unknown words of that. */
export function compiledKinds(file: string): {
  names: readonly string[];
  kinds: Uint8Array;
  bits: Uint16Array;
  /** Invoked always, grouped, longest: for each kind. */
  settings: Int32Array;
} {
  const bytes = readFileSync(file);
  const count = bytes.readUInt32LE(0);
  const names = Array.from({ length: count }, (_, kind) =>
    bytes.toString('latin1', 4 + kind * 32, bytes.indexOf(0, 4 + kind * 32)),
  );
  const [kinds, bits, settings] = [
    new Uint8Array(65_536),
    new Uint16Array(65_536).fill(1),
    new Int32Array(count * 3),
  ];
  const start = 4 + count * 32;
  for (let unit = 0; start + unit * 4 + 4 <= bytes.length; unit += 1) {
    const info = bytes.readUInt32LE(start + unit * 4);
    const kind = (info >>> 18) & 0xff;
    kinds[unit] = kind;
    bits[unit] = info & 0x3ffff;
    settings.set([info >>> 31, (info >>> 30) & 1, (info >>> 26) & 15], kind * 3);
  }
  return { names, kinds, bits, settings };
}
