import { expect, it } from 'vitest';
import { allTables, damageTables } from './damage-of-tables.ts';
import { temporaryPlace } from './temporary-project.ts';

const rounds = Number(process.env['FIRTH_DAMAGES'] ?? 200);

it.each(allTables)(`${rounds} damages of %s: all is as it was, or named (P9)`, (table) => {
  const counted = damageTables(temporaryPlace(), rounds, [table]);
  console.log(table, JSON.stringify(counted));
  expect(counted.faults).toEqual([]);
  expect(counted.equal + counted.rescued + counted.refused).toBe(rounds);
});
