import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inputLines } from '../../../core/cli/input-lines.ts';

async function linesOf(pieces: readonly Uint8Array[], longest?: number): Promise<(string | null)[]> {
  const stream = (async function* () {
    for (const piece of pieces) {
      await Promise.resolve();
      yield piece;
    }
  })();
  const lines: (string | null)[] = [];
  for await (const line of inputLines(stream, longest)) lines.push(line);
  return lines;
}

it('gives the same lines wherever the pieces are cut, in the middle of a sign too', async () => {
  const text = fc.array(fc.constantFrom('a', 'é', '😀', '語', '\n', '\r\n', ' '), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (parts, size) => {
      const bytes = Buffer.from(parts.join(''));
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const expected = parts
        .join('')
        .split('\n')
        .map((line) => line.replace(/\r$/u, ''))
        .filter((line) => line.trim() !== '');
      expect(await linesOf(pieces)).toEqual(expected);
    }),
  );
});

it('passes over a line that is too long, and reads the next one', async () => {
  const pieces = ['12345', '6789', '0\nshort\n', '12345678\n', '123456789'].map((piece) =>
    Buffer.from(piece),
  );
  expect(await linesOf(pieces, 8)).toEqual([null, 'short', '12345678', null]);
});
