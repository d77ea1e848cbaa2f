import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../core/corpus/decode.ts';
import { encodeAs } from './encode-as.ts';

/** Decodes bytes that come in pieces of these lengths, over and over. */
function decodeIn(bytes: Uint8Array, encoding: string, lengths: readonly number[], bomLength = 0) {
  const decoder = createDecoder(encoding, bomLength);
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = Math.max(1, lengths[turn % lengths.length]!);
    pieces.push(decoder.write(bytes.subarray(at, at + length)));
    at += length;
  }
  pieces.push(decoder.end());
  return { text: pieces.join(''), pieces, decoder };
}

const lengths = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 5 });

describe('createDecoder', () => {
  it('gives the same text however the bytes are cut, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), lengths, (text, cuts) => {
        for (const [encoding, bytes] of [
          ['utf-8', Buffer.from(text)],
          ['utf-16le', Buffer.from(text, 'utf16le')],
          ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
        ] as const) {
          const { text: read, pieces, decoder } = decodeIn(bytes, encoding, [...cuts, 1]);
          expect(read).toBe(text);
          expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
          expect(decoder.replacedCount).toBe(0);
        }
      }),
    );
  });

  it('names line, place and value of each byte that does not fit', () => {
    const bytes = Buffer.from('one\r\ntwo \xff\r\nthree\rfour \xfe\xfe\n', 'latin1');
    const { text, decoder } = decodeIn(bytes, 'utf-8', [3, 2, 8]);
    expect(text).toBe('one\r\ntwo \ufffd\r\nthree\rfour \ufffd\ufffd\n');
    expect(decoder.replacedCount).toBe(3);
    expect(decoder.replaced).toEqual([
      { line: 2, byteOffset: 9, byte: 0xff },
      { line: 4, byteOffset: 23, byte: 0xfe },
      { line: 4, byteOffset: 24, byte: 0xfe },
    ]);
  });

  it('counts what is cut off at the end, once', () => {
    const bytes = Buffer.from('word €').subarray(0, -1);
    const { text, decoder } = decodeIn(bytes, 'utf-8', [100]);
    expect(text).toBe('word \ufffd');
    expect(decoder).toMatchObject({
      replacedCount: 1,
      replaced: [{ line: 1, byteOffset: 5, byte: 0xe2 }],
    });
  });

  it.each([
    ['utf-8', Buffer.from('a \ufffd b')],
    ['utf-16le', Buffer.from('a \ufffd b', 'utf16le')],
    ['gb18030', Uint8Array.from([0x61, 0x84, 0x31, 0xa4, 0x37, 0x62])],
  ] as const)('does not count a U+FFFD that stands in the source (%s)', (encoding, bytes) => {
    for (const cut of [1, 2, 3, 100]) {
      const { text, decoder } = decodeIn(bytes, encoding, [cut]);
      expect(text).toContain('\ufffd');
      expect(decoder).toMatchObject({ replacedCount: 0, replaced: [] });
    }
  });

  it('finds the damage between two genuine U+FFFD', () => {
    const bytes = Buffer.concat([Buffer.from('\ufffd'), Buffer.from([0x80]), Buffer.from('\ufffd')]);
    for (const cut of [1, 2, 4, 100])
      expect(decodeIn(bytes, 'utf-8', [cut]).decoder).toMatchObject({
        replacedCount: 1,
        replaced: [{ line: 1, byteOffset: 3, byte: 0x80 }],
      });
  });

  it('keeps twenty places and counts all', () => {
    const bytes = Buffer.from('\xff word\n'.repeat(5000), 'latin1');
    const { decoder } = decodeIn(bytes, 'utf-8', [7001]);
    expect(decoder.replacedCount).toBe(5000);
    expect(decoder.replaced).toHaveLength(20);
    expect(decoder.replaced[19]).toEqual({ line: 20, byteOffset: 19 * 7, byte: 0xff });
  });

  it('finds damage in encodings of two bytes', () => {
    const bytes = Uint8Array.from([...encodeAs('老人\n', 'shift_jis'), 0x81, 0x20, 0x41]);
    const { text, decoder } = decodeIn(bytes, 'shift_jis', [100]);
    expect(text).toBe('老人\n\ufffd A');
    expect(decoder.replaced).toEqual([{ line: 2, byteOffset: 5, byte: 0x81 }]);
  });

  it('leaves the byte-order mark out and counts places from the start of the file', () => {
    const bytes = Buffer.from('\xef\xbb\xbfword \xff', 'latin1');
    const { text, decoder } = decodeIn(bytes, 'utf-8', [1], 3);
    expect(text).toBe('word \ufffd');
    expect(decoder.replaced).toEqual([{ line: 1, byteOffset: 8, byte: 0xff }]);
  });

  it('agrees with the decoder of the web on any bytes, and its places are where it says', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('utf-8', 'utf-16le', 'windows-1253', 'shift_jis', 'euc-kr', 'gb18030', 'big5'),
        lengths,
        (bytes, encoding, cuts) => {
          const { text, decoder } = decodeIn(bytes, encoding, [...cuts, 3, 1]);
          expect(text).toBe(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes));
          expect(decoder.replaced.length).toBeLessThanOrEqual(Math.min(20, decoder.replacedCount));
          for (const { byteOffset, byte } of decoder.replaced) expect(bytes[byteOffset]).toBe(byte);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses an encoding that it does not know', () => {
    expect(() => createDecoder('klingon', 0)).toThrow(
      expect.objectContaining({ code: 'E_ENCODING_UNKNOWN' }),
    );
  });
});
