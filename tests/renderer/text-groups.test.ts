import { expect, it } from 'vitest';
import { textGroups } from '../../renderer/parts/text-groups.ts';

it('puts texts together by fields that do not tell each of them apart', () => {
  const documents = [
    { id: 1, metadata: { year: 1789, speaker: 'B', title: 'x' } },
    { id: 2, metadata: { year: 1793, speaker: 'B', title: 'x' } },
    { id: 3, metadata: { year: 1797, speaker: 'A', title: 'x' } },
    { id: 4, metadata: {} },
  ];
  const compare = (a: string, b: string) => (a < b ? -1 : 1);
  expect(textGroups(documents, compare)).toEqual([
    { field: 'year', value: '1789', documents: [1] },
    { field: 'year', value: '1793', documents: [2] },
    { field: 'year', value: '1797', documents: [3] },
    { field: 'speaker', value: 'A', documents: [3] },
    { field: 'speaker', value: 'B', documents: [1, 2] },
  ]);
  expect(textGroups(documents.slice(0, 3), compare).map(({ field }) => field)).toEqual([
    'speaker',
    'speaker',
  ]);
});
