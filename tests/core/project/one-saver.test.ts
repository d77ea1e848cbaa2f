import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { announcedName, replaceInTurn } from '../../../core/project/one-saver.ts';
import { checkSavers } from './several-savers.ts';
import { codeOf, temporaryFolder, temporaryPlace } from './temporary-project.ts';

const idOf = (letter: string) => letter.repeat(36);
const nothing = () => undefined;

/** A file to be replaced and, for each letter, what a saver wants to put there. */
function place(...letters: readonly string[]) {
  const folder = temporaryFolder();
  const target = join(folder, 'shared.firth');
  writeFileSync(target, 'old');
  for (const letter of letters) writeFileSync(join(folder, letter), letter);
  const savers = letters.map((letter) => ({ temporary: join(folder, letter), workId: idOf(letter) }));
  return { folder, target, savers };
}

it('two programs with data folders of their own lose no update (P11)', async () => {
  await checkSavers(temporaryPlace(), 2, 5);
});

it('a second saver stands back while the first one looks and renames (P11)', () => {
  const { folder, target, savers } = place('a', 'b');
  let second = '';
  const compare = () => {
    second = codeOf(() => replaceInTurn(target, savers[1]!, { ready: nothing, compare: nothing }));
  };
  replaceInTurn(target, savers[0]!, { ready: nothing, compare });
  expect(second).toBe('E_IN_USE');
  expect(readFileSync(target, 'utf8')).toBe('a');
  // What it had made is its own again.
  expect(readdirSync(folder).toSorted()).toEqual(['b', 'shared.firth']);
});

it('names that differ in case are one file, others are another', () => {
  const of = (name: string) => basename(announcedName(`/x/${name}`, idOf('a')));
  expect(of('Thesis.firth')).toBe(of('thesis.firth'));
  expect(of('é.firth')).toBe(of('e\u0301.firth'));
  expect(of('thesis.firth')).not.toBe(of('thesis 2.firth'));
});

it('a saver that died keeps nobody away for ever', () => {
  const { folder, target, savers } = place('a');
  const dead = announcedName(target, idOf('d'));
  writeFileSync(dead, 'half');
  utimesSync(dead, new Date(Date.now() - 600_000), new Date(Date.now() - 600_000));
  replaceInTurn(target, savers[0]!, { ready: nothing, compare: nothing });
  expect(readFileSync(target, 'utf8')).toBe('a');
  expect(readdirSync(folder)).toEqual(['shared.firth']);
});

it('who was taken for dead cannot save any more, and finds out', () => {
  const { target, savers } = place('a', 'b');
  const compare = () => {
    const old = new Date(Date.now() - 600_000);
    utimesSync(announcedName(target, idOf('a')), old, old);
    replaceInTurn(target, savers[1]!, { ready: nothing, compare: nothing });
  };
  expect(codeOf(() => replaceInTurn(target, savers[0]!, { ready: nothing, compare }))).toBe('E_IN_USE');
  expect(readFileSync(target, 'utf8')).toBe('b');
});

it('replaces nothing where the comparison says no', () => {
  const { target, savers } = place('a');
  const compare = () => {
    throw new RangeError('changed');
  };
  expect(() => replaceInTurn(target, savers[0]!, { ready: nothing, compare })).toThrow(RangeError);
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(existsSync(announcedName(target, idOf('a')))).toBe(true);
});
