import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noPart } from '../../../core/studies/divided-texts.ts';
import { otherSettings } from '../../../core/studies/other-settings.ts';
import { runOf } from '../../../core/studies/runs.ts';
import { completeSettings } from '../../../core/training/settings.ts';

describe('a run of a bootstrap', () => {
  it('takes as many texts as there are, the same for the same number, others for another', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 32 - 1),
        fc.integer({ min: 2, max: 300 }),
        fc.integer({ min: 1, max: 999 }),
        (seed, texts, number) => {
          const run = runOf('bootstrap', { settings: completeSettings({ seed }), texts }, number);
          expect(run.times.reduce((sum, one) => sum + one, 0)).toBe(texts);
          expect(run.seed).toBe(seed);
          expect(runOf('bootstrap', { settings: completeSettings({ seed }), texts }, number)).toEqual(run);
        },
      ),
    );
    const of = (number: number) => [
      ...runOf('bootstrap', { settings: completeSettings({ seed: 1 }), texts: 200 }, number).times,
    ];
    expect(of(1)).not.toEqual(of(2));
  });

  it('leaves 1/e of the texts out on average, and takes each as often as any other', () => {
    const texts = 100;
    const runs = Array.from({ length: 400 }, (_, at) =>
      runOf('bootstrap', { settings: completeSettings({ seed: 7 }), texts }, at + 1),
    );
    const left = runs.reduce((sum, { times }) => sum + times.filter((one) => one === 0).length, 0);
    expect(left / (runs.length * texts)).toBeCloseTo((1 - 1 / texts) ** texts, 2);
    for (const text of [0, 50, 99]) {
      const taken = runs.reduce((sum, { times }) => sum + times[text]!, 0);
      // Binomial(40,000, 1/100): six standard deviations are 119.
      expect(Math.abs(taken - 400)).toBeLessThan(119);
    }
  });
});

it('a run of seeds takes every text once, and none has the seed of the model', () => {
  const seeds = Array.from({ length: 50 }, (_, at) =>
    runOf('seeds', { settings: completeSettings({ seed: 2 ** 32 - 3 }), texts: 4 }, at + 1),
  );
  for (const { times } of seeds) expect([...times]).toEqual([1, 1, 1, 1]);
  expect(new Set([2 ** 32 - 3, ...seeds.map(({ seed }) => seed)]).size).toBe(51);
  expect(seeds[4]!.seed).toBe(2);
});

it('a run of shuffled words takes every text once, and is shuffled otherwise than any other', () => {
  const runs = Array.from({ length: 50 }, (_, at) =>
    runOf('shuffled', { settings: completeSettings({ seed: 9 }), texts: 4 }, at + 1),
  );
  for (const { times, seed } of runs) expect([seed, ...times]).toEqual([9, 1, 1, 1, 1]);
  expect(new Set(runs.map(({ shuffle }) => shuffle!.join(' '))).size).toBe(50);
  expect(runOf('shuffled', { settings: completeSettings({ seed: 9 }), texts: 4 }, 7)).toEqual(runs[6]);
});

it('runs of other settings go through them with the seed of the model, then with the next', () => {
  const settings = completeSettings({ seed: 5 });
  const others = otherSettings(settings);
  const runs = Array.from({ length: others.length + 1 }, (_, at) =>
    runOf('settings', { settings, texts: 2 }, at + 1),
  );
  expect(runs.slice(0, -1).map((run) => run.settings)).toEqual(others);
  expect(runs.map(({ seed }) => seed)).toEqual([...others.map(() => 5), 6]);
  expect(runs[others.length]?.settings).toEqual(others[0]);
  for (const { times } of runs) expect([...times]).toEqual([1, 1]);
});

it('runs of halves come in pairs that share no text and have all of them, divided otherwise in each pair', () => {
  const of = (number: number, texts: number) =>
    runOf('halves', { settings: completeSettings({ seed: 3 }), texts }, number).times;
  for (const texts of [2, 7, 40]) {
    const [odd, even] = [of(1, texts), of(2, texts)];
    expect([...odd].map((one, at) => one + even[at]!)).toEqual(Array.from({ length: texts }, () => 1));
    expect(odd.reduce((sum, one) => sum + one, 0)).toBe(Math.ceil(texts / 2));
  }
  expect(of(3, 40)).not.toEqual(of(1, 40));
});

describe('runs of texts that a field divides', () => {
  const settings = completeSettings({ seed: 4 });
  const divisions = fc
    .integer({ min: 2, max: 5 })
    .chain((parts) =>
      fc.record({
        parts: fc.constant(parts),
        more: fc.array(fc.oneof(fc.nat(parts - 1), fc.constant(noPart)), { maxLength: 30 }),
      }),
    )
    .map(({ parts, more }) => {
      // Two texts of each part at least.
      const own = Array.from({ length: parts * 2 }, (_, at) => at % parts);
      return { parts, sides: Uint8Array.from([...own, ...more]) };
    });
  const sizeOf = (sides: Uint8Array, part: number) => sides.filter((side) => side === part).length;

  it('have the texts of a part as they are in the first round, and as many of them, drawn, in the others', () => {
    fc.assert(
      fc.property(divisions, fc.integer({ min: 1, max: 40 }), (divided, number) => {
        const { sides, parts } = divided;
        const part = (number - 1) % parts;
        const { times, seed } = runOf('field', { settings, texts: sides.length, divided }, number);
        expect(seed).toBe(4);
        expect(times.reduce((sum, one) => sum + one, 0)).toBe(sizeOf(sides, part));
        times.forEach((often, text) => {
          if (sides[text] !== part) expect(often).toBe(0);
          else if (number <= parts) expect(often).toBe(1);
        });
      }),
    );
  });

  it('deal the labels so that each round has every labelled text once, and parts of the same sizes', () => {
    fc.assert(
      fc.property(divisions, fc.nat(20), (divided, round) => {
        const { sides, parts } = divided;
        const runs = Array.from(
          { length: parts },
          (_, part) =>
            runOf('permuted', { settings, texts: sides.length, divided }, round * parts + part + 1).times,
        );
        sides.forEach((side, text) =>
          expect(runs.reduce((sum, times) => sum + times[text]!, 0)).toBe(side === noPart ? 0 : 1),
        );
        runs.forEach((times, part) =>
          expect(times.reduce((sum, one) => sum + one, 0)).toBe(sizeOf(sides, part)),
        );
      }),
    );
    const divided = { parts: 2, sides: Uint8Array.from({ length: 40 }, (_, text) => text % 2) };
    const of = (number: number) => [...runOf('permuted', { settings, texts: 40, divided }, number).times];
    expect(of(1)).not.toEqual(of(3));
  });
});
