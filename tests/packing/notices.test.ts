import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { thirdPartyNotices } from '../../resources/notices.ts';

const root = join(import.meta.dirname, '../..');

it('third-party notices have every library that the built program has in it', () => {
  const bundled = ['main', 'preload', 'renderer', 'cli'].flatMap((part) =>
    [...readFileSync(join(root, 'out', part, 'licenses.md'), 'utf8').matchAll(/^## (\S+) - \S+ \(/gmu)].map(
      ([, name]) => name!,
    ),
  );
  expect(bundled.length).toBeGreaterThan(3);
  expect(thirdPartyNotices(root).map(({ name }) => name)).toEqual(expect.arrayContaining(bundled));
});
