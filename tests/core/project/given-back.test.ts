import { expect, it } from 'vitest';
import { giveBack } from '../../../core/project/given-back.ts';
import { temporaryDatabase } from './temporary-project.ts';

it('empties a blob that has its memory to itself, and leaves what shares it with others', () => {
  const own = new Uint8Array(1 << 20);
  const view = own.subarray(1 << 10);
  giveBack(own);
  expect([own.length, view.length]).toEqual([0, 0]);
  const shared = new Uint8Array(new ArrayBuffer(64), 8, 8).fill(7);
  giveBack(shared);
  expect([...shared]).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
});

it('takes back what SQLite gave, whose rows can be read once more', () => {
  const db = temporaryDatabase();
  const read = () => db.prepare<[], Buffer>('SELECT zeroblob(1000000)').pluck().get()!;
  const first = read();
  giveBack(first);
  expect([first.length, read().length]).toEqual([0, 1_000_000]);
});
