import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuringChunks, trainingChunks } from '../../../core/sequence/chunks.ts';
import { endRow, noTarget, startOfText } from '../../../core/sequence/sequence-data.ts';

const start = (endRow | startOfText) >>> 0;

/** Texts as sentences of words. */
const texts = fc.array(
  fc.array(fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  }),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const rowsOf = (all: readonly (readonly (readonly number[])[])[]) =>
  Uint32Array.from(all.flatMap((text) => [start, ...text.flatMap((sentence) => [...sentence, endRow])]));
const sizes = { batch: fc.integer({ min: 1, max: 5 }), steps: fc.integer({ min: 2, max: 7 }) };

/** What is predicted from what, as pairs in the order of the texts. */
function pairsOf(rows: Uint32Array): string[] {
  const word = (row: number) => (row & ~startOfText) >>> 0;
  return Array.from(rows).flatMap((row, at) => {
    const next = rows[at + 1];
    return next === undefined || next === start ? [] : [`${word(row)} ${next}`];
  });
}

describe('chunks for training', () => {
  it('hold every prediction once, each text of the batch in its order', () => {
    fc.assert(
      fc.property(texts, sizes.batch, sizes.steps, (all, batch, steps) => {
        const rows = rowsOf(all);
        const chunks = trainingChunks(rows, { batch, steps, memory: 'document' });
        const streams = Array.from({ length: batch }, (): string[] => []);
        for (let index = 0; index < chunks.count; index += 1) {
          const chunk = chunks.chunk(index);
          expect(chunk.steps).toBeLessThanOrEqual(steps);
          for (let row = 0; row < chunk.steps * batch; row += 1)
            if (chunk.targets[row] !== noTarget)
              streams[row % batch]!.push(`${chunk.inputs[row]} ${chunk.targets[row]}`);
        }
        expect(streams.flat()).toEqual(pairsOf(rows));
      }),
    );
  });

  it('begin anew at texts, or at sentences', () => {
    const rows = rowsOf([[[2, 3], [4]], [[5]]]);
    const resets = (memory: 'document' | 'sentence') => {
      const chunk = trainingChunks(rows, { batch: 1, steps: rows.length, memory }).chunk(0);
      return [...chunk.resets].flatMap((reset, at) => (reset === 1 ? [at] : []));
    };
    expect([...rows].flatMap((row, at) => (row === start ? [at] : []))).toEqual([0, 6]);
    expect(resets('document')).toEqual([0, 6]);
    expect(resets('sentence')).toEqual([0, 3, 5, 6, 8]);
  });
});

describe('chunks for measuring', () => {
  it('read each text, or each sentence, from its beginning to its end at one place', () => {
    fc.assert(
      fc.property(
        texts,
        sizes.batch,
        sizes.steps,
        fc.constantFrom('document' as const, 'sentence' as const),
        (all, batch, steps, memory) => {
          const rows = rowsOf(all);
          const pieces: string[][] = [];
          const open = Array.from({ length: batch }, (): string[] => []);
          for (const chunk of measuringChunks(rows, { batch, steps, memory }))
            for (let row = 0; row < steps * batch; row += 1) {
              const place = row % batch;
              if (chunk.resets[row] === 1) pieces.push((open[place] = []));
              if (chunk.targets[row] !== noTarget)
                open[place]!.push(`${chunk.inputs[row]} ${chunk.targets[row]}`);
            }
          const words = all.flatMap((text) =>
            memory === 'document' ? [pairsOf(rowsOf([text]))] : pairsOfSentences(text),
          );
          const sorted = (lists: readonly string[][]) =>
            lists
              .filter((list) => list.length > 0)
              .map(String)
              .sort();
          expect(sorted(pieces)).toEqual(sorted(words));
        },
      ),
    );
  });
});

/** Each sentence is read from the end of the one before it. */
function pairsOfSentences(text: readonly (readonly number[])[]): string[][] {
  return text.map((sentence) => [endRow, ...sentence].map((word, at) => `${word} ${sentence[at] ?? endRow}`));
}
