import { expect, it } from 'vitest';
import { damageTables } from './damage-of-tables.ts';
import { temporaryPlace } from './temporary-project.ts';

it('damage of a table leaves all as it was, or is named (P9)', () => {
  const tables = ['settings', 'documents', 'types', 'model_words', 'layer_values', 'line_notes', 'digests'];
  const { equal, rescued, refused, faults } = damageTables(temporaryPlace(), 1, tables);
  expect(faults).toEqual([]);
  expect(equal + rescued + refused).toBe(tables.length);
  expect(rescued).toBeGreaterThan(tables.length / 2);
});
