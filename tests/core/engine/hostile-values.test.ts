import { expect, it } from 'vitest';
import { extent, isLongRun } from '../../extent.ts';
import { checkAttacks } from './hostile-values.ts';

// The gate takes one in so many, each time the same.
const step = Number(process.env['FIRTH_STEP'] ?? extent(211, 1));

it(`a value that no Firth wrote, in any column of a sealed file, ends and hangs nothing (P29): one in ${step}`, async () => {
  const outcome = await checkAttacks((_, at) => at % step === 0);
  if (isLongRun) console.log(JSON.stringify(outcome));
  expect(outcome.opened).toBeGreaterThan(extent(2, 200));
  expect(outcome.refused).toBeGreaterThan(extent(2, 200));
});
