import { expect, it } from 'vitest';
import { oneLine } from '../../../core/lines/one-line.ts';

it('a stretch in one line has a space for each break, and none within Chinese or Japanese', () => {
  expect(oneLine('one\r\ntwo\n\n three\tfour')).toBe('one two three four');
  expect(oneLine('当日所有之女 \n子，一一细 \r\n考较去，\n觉其')).toBe('当日所有之女子，一一细考较去，觉其');
  expect(oneLine('第一回\n\n此开卷')).toBe('第一回 此开卷');
  expect(oneLine('Niederlausit-\nzer, mother- \r\nin-law, Sankt-\nNikolaus')).toBe(
    'Niederlausit-zer, mother-in-law, Sankt- Nikolaus',
  );
  expect(oneLine('私は\nLatin\n学生')).toBe('私は Latin 学生');
});
