import { expect, it } from 'vitest';
import { checkSavers } from './several-savers.ts';
import { temporaryPlace } from './temporary-project.ts';

it('two programs save 500 times to one file and lose no update (P11)', async () => {
  const refused = await checkSavers(temporaryPlace(), 2, 250);
  console.log('refused', refused);
  // They met.
  expect(refused).toBeGreaterThan(20);
});
