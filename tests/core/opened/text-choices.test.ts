import { expect, it } from 'vitest';
import { groupsOf, valuesByField } from '../../../core/opened/text-choices.ts';

const ordered = (values: readonly string[]) =>
  [...values].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
const documents = [
  { tokens: 10, metadata: { year: 1793, speaker: 'B', title: 'x' } },
  { tokens: 20, metadata: { year: 1789, speaker: 'B', title: 'x' } },
  { tokens: 30, metadata: { year: 800, speaker: 'A', title: 'x' } },
  { tokens: 40, metadata: {} },
];

it('knows the values of every field in their order, numbers by their size', () => {
  const values = valuesByField(documents, ordered);
  expect([...values.keys()]).toEqual(['year', 'speaker', 'title']);
  expect(values.get('year')?.map(({ value }) => value)).toEqual(['800', '1789', '1793']);
  expect(values.get('speaker')).toEqual([
    { value: 'A', documents: 1, tokens: 30 },
    { value: 'B', documents: 2, tokens: 30 },
  ]);
});

it('makes groups of fields that put texts together, and none of those that are alike in all or tell each text apart', () => {
  const values = valuesByField(documents, ordered);
  const groups = (field: string, texts = 4) =>
    groupsOf(field, values.get(field) ?? [], texts).map(({ name }) => name);
  expect(groups('speaker')).toEqual(['A', 'B']);
  expect(groups('year')).toEqual(['800', '1789', '1793']);
  expect(groups('year', 3)).toEqual([]);
  expect(groups('title')).toEqual([]);
  const many = Array.from({ length: 61 }, (_, i) => ({ value: String(i), documents: 2, tokens: 9 }));
  expect(groupsOf('letter', many, 122)).toEqual([]);
  expect(groupsOf('letter', many.slice(1), 122)).toHaveLength(60);
});
