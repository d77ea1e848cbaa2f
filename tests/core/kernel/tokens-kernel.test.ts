import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomIn, tokensKernel } from '../../../core/kernel/tokens-kernel.ts';
import { encodePlaces } from '../../../core/project/token-chunks.ts';

const file = join(import.meta.dirname, '../../../resources/kernels/tokens.strict.wasm');
const { memory, call } = tokensKernel(new WebAssembly.Module(readFileSync(file)));

function decoded(bytes: Uint8Array, most: number): string {
  const rooms = roomIn(memory);
  const at = rooms.room(bytes.length);
  const units = rooms.room(most * 2 + 2);
  const all = Buffer.from(memory.buffer);
  all.set(bytes, at);
  all.fill(0xff, units, units + most * 2 + 2);
  call.decodeUtf8(at, bytes.length, units, most);
  // Nothing is written behind the room.
  expect(all.readUInt16LE(units + most * 2)).toBe(0xffff);
  return all.toString('utf16le', units, units + most * 2);
}

describe('texts in the kernel', () => {
  it('are UTF-16 as JavaScript reads UTF-8, in any script', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('the quick brown fox jumps', 'é', 'ß', '語', '𐐀', '\0', '\u{10ffff}'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('').toWellFormed();
        expect(decoded(Buffer.from(text, 'utf8'), text.length)).toBe(text);
        // One unit too few: what would not fit is left out, or has another sign in its place.
        if (text.length > 1)
          expect(decoded(Buffer.from(text), text.length - 1).slice(0, -1)).toBe(text.slice(0, -2));
      }),
      { numRuns: 200 },
    );
  });

  it('hold a sign for what is no UTF-8', () => {
    for (const bytes of [[0xff], [0xc3], [0xe2, 0x82], [0xf4, 0xbf, 0xbf, 0xbf], [0x80]])
      expect(decoded(Uint8Array.from([97, ...bytes]), 2)).toBe('a\ufffd');
  });
});

describe('places in the kernel', () => {
  const some = fc.array(fc.record({ gap: fc.nat(300), length: fc.integer({ min: 1, max: 200 }) }), {
    minLength: 1,
    maxLength: 40,
  });
  it('begin and end where they are said to, and are never read beyond their bytes', () => {
    fc.assert(
      fc.property(some, (gaps) => {
        let end = 0;
        const starts = gaps.map(({ gap, length }) => {
          const start = end + gap;
          end = start + length;
          return start;
        });
        const lengths = gaps.map(({ length }) => length);
        const bytes = encodePlaces(Uint32Array.from(starts), Uint32Array.from(lengths));
        const rooms = roomIn(memory);
        const [at, out] = [rooms.room(bytes.length), rooms.room(8)];
        Buffer.from(memory.buffer).set(bytes, at);
        expect(call.extentOf(at, bytes.length, starts.length, out)).toBe(1);
        expect([...new Uint32Array(memory.buffer, out, 2)]).toEqual([starts[0], end]);
        expect(call.extentOf(at, bytes.length - 1, starts.length, out)).toBe(0);
        expect(call.extentOf(at, bytes.length, starts.length + 1, out)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
