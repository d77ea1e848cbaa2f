import { expect, it } from 'vitest';
import { allTables, damageTables } from './damage-of-tables.ts';
import { temporaryPlace } from './temporary-project.ts';

it.each(allTables)('200 damages of %s: all is as it was, or named (P9)', (table) => {
  const counted = damageTables(temporaryPlace(), 200, [table]);
  console.log(table, JSON.stringify(counted));
  expect(counted.equal + counted.rescued + counted.refused).toBe(200);
});
