import { readFileSync } from 'node:fs';

/** The files within ICU’s data, by name. The layout is that of ICU’s ucmndata.h: a header, then a table of names and places. */
export function icuData(path: string): ReadonlyMap<string, Buffer> {
  const bytes = readFileSync(path);
  const start = bytes.readUInt16LE(0);
  const count = bytes.readUInt32LE(start);
  const entry = (number: number) => ({
    name: start + bytes.readUInt32LE(start + 4 + 8 * number),
    at: start + bytes.readUInt32LE(start + 8 + 8 * number),
  });
  return new Map(
    Array.from({ length: count }, (_, number) => {
      const { name, at } = entry(number);
      const end = number + 1 < count ? entry(number + 1).at : bytes.length;
      return [bytes.toString('latin1', name, bytes.indexOf(0, name)), bytes.subarray(at, end)] as const;
    }),
  );
}

const transformMask = 0x1fffff;
const joiners = new Map([
  [0xff, 0x200d],
  [0xfe, 0x200c],
]);

/**
 * The words of a dictionary of ICU for breaking text, which is a BytesTrie (bytestrie.h): each byte is a letter’s distance from the first
 * of its script.
 * @throws RangeError where it is another kind of trie
 */
export function icuWords(file: Buffer): string[] {
  const data = file.subarray(file.readUInt16LE(0));
  const [trieAt = 0, , , end = 0, kind = 0, transform = 0] = Array.from({ length: 8 }, (_, at) =>
    data.readInt32LE(4 * at),
  );
  if ((kind & 7) !== 0 || transform >> 24 !== 1) throw new RangeError('not a dictionary of one script');
  const first = transform & transformMask;
  const trie = data.subarray(trieAt, end);
  const words: string[] = [];
  const unitOf = (byte: number) => joiners.get(byte) ?? first + byte;

  /** A number of one to five bytes behind its lead. @returns it and where what follows begins */
  function readValue(at: number, lead: number): readonly [value: number, at: number] {
    if (lead < 0x51) return [lead - 0x10, at];
    if (lead < 0x6c) return [((lead - 0x51) << 8) | trie[at]!, at + 1];
    if (lead < 0x7e) return [((lead - 0x6c) << 16) | trie.readUInt16BE(at), at + 2];
    return lead === 0x7e ? [trie.readUIntBE(at, 3), at + 3] : [trie.readInt32BE(at), at + 4];
  }

  function readDelta(at: number): readonly [delta: number, at: number] {
    const lead = trie[at]!;
    if (lead < 0xc0) return [lead, at + 1];
    if (lead < 0xf0) return [((lead - 0xc0) << 8) | trie[at + 1]!, at + 2];
    if (lead < 0xfe) return [((lead - 0xf0) << 16) | trie.readUInt16BE(at + 1), at + 3];
    return lead === 0xfe ? [trie.readUIntBE(at + 1, 3), at + 4] : [trie.readInt32BE(at + 1), at + 5];
  }

  function node(from: number, before: string): void {
    let word = before;
    for (let at = from; ;) {
      const lead = trie[at]!;
      at += 1;
      if (lead >= 0x20) {
        words.push(word);
        if ((lead & 1) === 1) return;
        [, at] = readValue(at, lead >> 1);
      } else if (lead >= 0x10) {
        for (const stop = at + lead - 0xf; at < stop; at += 1) word += String.fromCharCode(unitOf(trie[at]!));
      } else {
        branch(lead === 0 ? at + 1 : at, (lead === 0 ? trie[at]! : lead) + 1, word);
        return;
      }
    }
  }

  function branch(from: number, count: number, word: string): void {
    let at = from;
    let left = count;
    for (; left > 5; left -= left >> 1) {
      const [delta, after] = readDelta(at + 1);
      branch(after + delta, left >> 1, word);
      at = after;
    }
    for (; left > 1; left -= 1) {
      const longer = word + String.fromCharCode(unitOf(trie[at]!));
      const lead = trie[at + 1]!;
      const [value, after] = readValue(at + 2, lead >> 1);
      if ((lead & 1) === 1) words.push(longer);
      else node(after + value, longer);
      at = after;
    }
    node(at + 1, word + String.fromCharCode(unitOf(trie[at]!)));
  }

  node(0, '');
  return words;
}
