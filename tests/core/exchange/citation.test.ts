import { expect, it } from 'vitest';
import { bibTeX, cslJson } from '../../../core/exchange/citation.ts';

it('cites the version that was used, in both forms the same', () => {
  const [item] = JSON.parse(cslJson('1.2.3')) as [
    {
      readonly title: string;
      readonly version: string;
      readonly type: string;
      readonly author: [{ readonly literal: string }];
    },
  ];
  expect(item).toMatchObject({ type: 'software', version: '1.2.3' });
  const entry = bibTeX('1.2.3');
  expect(entry).toMatch(/^@software\{firth,\n(?: {2}\w+ +=.*,\n)+\}\n$/u);
  for (const value of [item.title, item.version, item.author[0].literal]) expect(entry).toContain(value);
});
