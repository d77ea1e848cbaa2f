import { expect, it } from 'vitest';
import { extent } from '../../extent.ts';
import { workOfProject } from './growing-project.ts';

/** Twice the work is exact for most; a sort takes a little more. */
const mostGrowth = 2.2;
/** From a few texts on what a call does once counts no longer. */
const sizes = extent([32, 64], [64, 128, 256, 512]);

/** Trainings work in threads of their own, which this one looks at by the clock; the last compares each word with each, of two thousand at most. */
const otherwise = /^(?:model\.train|study\.run|sequence\.train)$|^\d+ map\.runs /u;

it(`every call takes at most ${mostGrowth} times the work for twice as many texts (P31)`, async () => {
  // What is made at the first time is not counted.
  await workOfProject(8);
  const all: ReadonlyMap<string, number>[] = [];
  for (const texts of sizes) all.push(await workOfProject(texts));
  const names = [...all[0]!.keys()].filter((name) => !otherwise.test(name));
  const tooMuch = names.flatMap((name) => {
    const ratios = all.slice(1).map((took, at) => took.get(name)! / all[at]!.get(name)!);
    const told = `${name}: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`;
    return ratios.some((ratio) => ratio > mostGrowth) ? [told] : [];
  });
  expect(tooMuch).toEqual([]);
  expect(names.length).toBeGreaterThan(60);
});
