import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkLayout } from '../../renderer/parts/plot/network-layout.ts';

it('gives every name of a network a line of its own, on one side or the other', () => {
  const rows = (words: number) =>
    fc.array(
      fc.record({
        name: fc.string(),
        links: fc.uniqueArray(
          fc.record({ of: fc.nat(words - 1), value: fc.double({ min: 0, max: 14, noNaN: true }) }),
          { minLength: 1, selector: ({ of }) => of },
        ),
      }),
      { maxLength: 60 },
    );
  const network = fc.integer({ min: 1, max: 12 }).chain((words) => fc.tuple(fc.constant(words), rows(words)));
  fc.assert(
    fc.property(network, ([words, hanging]) => {
      const layout = networkLayout(words, hanging);
      expect(layout.rows.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual([...hanging.keys()]);
      for (const side of ['left', 'right'] as const) {
        const lines = layout.rows.filter((one) => one.side === side).map(({ y }) => y);
        lines.forEach((y, at) => {
          expect(y - (lines[at - 1] ?? -Infinity)).toBeGreaterThanOrEqual(21.9);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(layout.height);
        });
      }
      expect(layout.words).toHaveLength(words);
    }),
    { numRuns: 50 },
  );
});

it('puts what hangs on one word near it', () => {
  const hanging = Array.from({ length: 8 }, (_, at) => ({
    name: String(at),
    links: [{ of: at < 4 ? 1 : 0, value: 1 }],
  }));
  const { rows, words } = networkLayout(2, hanging);
  for (const { row, y } of rows)
    expect(Math.abs(y - words[row < 4 ? 1 : 0]!)).toBeLessThan(Math.abs(y - words[row < 4 ? 0 : 1]!));
});
