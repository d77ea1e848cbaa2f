import { expect, it } from 'vitest';
import { checkKillCycles } from './kill-cycles.ts';
import { temporaryPlace } from './temporary-project.ts';

it('keeps confirmed work through 20 kills during import, training and saving (P1)', async () => {
  const { confirmed } = await checkKillCycles(temporaryPlace(), 20);
  expect(confirmed).toBeGreaterThanOrEqual(20);
});
