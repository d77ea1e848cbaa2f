import { expect, it } from 'vitest';
import { offeredFor, roomFor } from '../../renderer/parts/list-choice.ts';

const languages = [
  { value: 'de', name: 'German' },
  { value: 'fr', name: 'Français' },
  { value: 'gan', name: 'Gan Chinese' },
  { value: 'zh', name: 'Chinese' },
];
const names = (query: string) => offeredFor(languages, query, 'de').map(({ name }) => name);

it('finds what is looked for by any part of its name or by its tag, without capitals and marks', () => {
  expect(names('')).toHaveLength(4);
  expect(names('francais')).toEqual(['Français']);
  expect(names('CHIN')).toEqual(['Chinese', 'Gan Chinese']);
  expect(names('chin gan')).toEqual(['Gan Chinese']);
  expect(names('zh')).toEqual(['Chinese']);
  expect(names('klingon')).toEqual([]);
  expect(offeredFor(languages, '', 'fr').filter(({ isChosen }) => isChosen)).toMatchObject([{ key: 'fr' }]);
});

it('gives names the room to be read, wide signs twice that of letters', () => {
  expect(roomFor('cbow')).toBe('12ch');
  expect(roomFor('skip-gram 1')).toBe('16ch');
  expect(roomFor('红楼梦，前八十回')).toBe('21ch');
  expect(roomFor('x'.repeat(80))).toBe('34ch');
});
