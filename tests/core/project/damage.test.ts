import { expect, it } from 'vitest';
import { extent } from '../../extent.ts';
import { checkMutants } from './damage-checks.ts';
import { temporaryPlace } from './temporary-project.ts';

const mutants = extent(6, 2000);

it(`finds damage in ${mutants} mutants on opening, leaves them alone and rescues what can be read (P9)`, () => {
  const { damaged, rescued, faults } = checkMutants(temporaryPlace(), mutants);
  expect(faults).toEqual([]);
  // Some changes fall into room that no page uses.
  expect(damaged).toBeGreaterThan(mutants / 2);
  expect(rescued).toBeGreaterThanOrEqual(Math.floor(damaged * 0.9));
});
