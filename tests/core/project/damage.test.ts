import { expect, it } from 'vitest';
import { checkMutants } from './damage-checks.ts';
import { temporaryPlace } from './temporary-project.ts';

it('finds damage in 16 mutants on opening, leaves them alone and rescues what can be read (P9)', () => {
  const { damaged, rescued } = checkMutants(temporaryPlace(), 16);
  expect(damaged).toBeGreaterThan(9);
  expect(rescued).toBeGreaterThan(damaged * 0.9);
});
