import { expect, it } from 'vitest';
import { checkKillCycles } from './kill-cycles.ts';
import { temporaryPlace } from './temporary-project.ts';

it('keeps confirmed work through 300 kills during import, training and saving (P1)', async () => {
  const { confirmed } = await checkKillCycles(temporaryPlace(), 300);
  expect(confirmed).toBeGreaterThanOrEqual(300);
});
