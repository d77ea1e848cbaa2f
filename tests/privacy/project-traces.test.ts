import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import { createEngine } from '../../core/engine/engine.ts';
import type { LogEntry } from '../../core/environment.ts';
import { smallText } from '../fixtures/small-language.ts';

// Promise D. Names that stand nowhere by chance: of the person's folder, of a text, of a word in it.
const folderMark = 'quillfeather';
const wordMark = 'zwyxlatum';
const otherMark = 'brombosity';

const folder = mkdtempSync(join(tmpdir(), 'firth-privacy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const home = join(folder, folderMark);
const texts = join(home, 'texts');
mkdirSync(join(texts, 'inner'), { recursive: true });
writeFileSync(join(texts, 'plain.txt'), smallText(300, 1));
writeFileSync(
  join(texts, 'inner', 'secret.txt'),
  `${smallText(50, 2)}${`the ${wordMark} cooked bread .\n`.repeat(9)}`,
);
writeFileSync(join(home, 'single.txt'), `the ${otherMark} sold fish .\n`.repeat(9));
writeFileSync(join(home, 'empty.txt'), '');
writeFileSync(join(home, 'metadata.csv'), 'file,year\nplain.txt,1900\ninner/secret.txt,1901\n');
writeFileSync(join(home, 'pairs.tsv'), 'cat\tdog\t9\nbread\tcheese\t8\nparis\trome\t7\ncat\tparis\t1\n');
writeFileSync(join(home, 'foreign.txt'), '2 3\ncat 1 2 3\ndog 2 3 4\n');

const project = join(folder, 'p.firth');
const log: LogEntry[] = [];
const engine = createEngine({
  ...commandLineEnvironment(),
  dataFolder: join(folder, 'data'),
  log: (entry) => log.push(entry) > 0,
});

/** In either of the encodings that text is kept in. Node writes beyond its memory where it decodes an odd number of bytes as UTF-16. */
const decoded = (bytes: Buffer) => [
  bytes.toString('latin1'),
  bytes.subarray(0, bytes.length & ~1).toString('utf16le'),
];

/** Whether a file holds a mark, in whatever case. */
function holds(file: string, mark: string): boolean {
  const bytes = readFileSync(file);
  return [bytes, bytes.subarray(1)]
    .flatMap(decoded)
    .some((text) => text.toLowerCase().includes(mark.toLowerCase()));
}

const file = (path: string) => ({ path });
const importing = { language: 'auto', encoding: 'auto', tokens: defaultTokenSettings };
await engine.call('project.open', { file: file(project), create: true });
await engine.call('corpus.import', {
  files: [
    file(texts),
    file(join(home, 'single.txt')),
    file(join(home, 'empty.txt')),
    file(join(home, 'not there.txt')),
  ],
  metadataFile: file(join(home, 'metadata.csv')),
  ...importing,
});
await engine.call('model.train', { name: 'trained', settings: { dimensions: 8, epochs: 1, minCount: 2 } });
await engine.call('model.importVectors', { file: file(join(home, 'foreign.txt')), name: 'foreign' });
await engine.call('evaluate.pairs', { model: 'trained', file: file(join(home, 'pairs.tsv')) });
await engine.call('search.neighbours', { model: 'trained', word: 'cat' });
await engine.call('exchange.export', {
  model: 'trained',
  what: 'vectors',
  format: 'csv',
  target: file(join(home, 'vectors.csv')),
});
await engine.call('project.save', {});

describe('a saved project', () => {
  it('names no folder of the person’s, only the files below the one that was chosen', () => {
    // That the search finds what is there: texts and relative names are kept as they are.
    for (const there of [wordMark, otherMark, 'inner/secret.txt', 'single.txt'])
      expect([there, holds(project, there)]).toEqual([there, true]);
    for (const place of [folderMark, folder, tmpdir()])
      expect([place, holds(project, place)]).toEqual([place, false]);
  });

  it('names neither the person nor the computer', () => {
    // A name of a few letters, like root, is also a piece of words.
    const names = [userInfo().username, userInfo().homedir, hostname()].filter((name) => name.length >= 6);
    expect(names.filter((name) => holds(project, name))).toEqual([]);
    expect(
      readFileSync(project).includes(userInfo().homedir === '/' ? '/home/' : `${userInfo().homedir}/`),
    ).toBe(false);
  });

  it('and tables made of it name no folder either', () => {
    for (const name of readdirSync(home).filter((one) => one.startsWith('vectors')))
      expect([name, holds(join(home, name), folderMark)]).toEqual([name, false]);
  });

  it('is for its owner as other files are, and the working copies for them alone', () => {
    if (process.platform !== 'win32') expect(statSync(join(folder, 'data')).mode & 0o77).toBe(0);
  });

  it('keeps nothing of a document that was taken out and is in no model', async () => {
    const clean = join(folder, 'clean.firth');
    const other = createEngine({ ...commandLineEnvironment(), dataFolder: join(folder, 'other data') });
    await other.call('project.open', { file: file(clean), create: true });
    await other.call('corpus.import', { files: [file(texts)], ...importing });
    await other.call('project.save', {});
    expect(holds(clean, wordMark)).toBe(true);
    const rows = await other.call('corpus.documents', {});
    const secret = rows.rows.find(({ name }) => name === 'inner/secret.txt')!;
    await other.call('corpus.removeDocuments', { texts: { documents: [secret.id] } });
    await other.call('project.save', {});
    expect(
      ['text', 'name'].map((what) => [what, holds(clean, what === 'text' ? wordMark : 'secret.txt')]),
    ).toEqual([
      ['text', false],
      ['name', false],
    ]);
    await other.call('project.close', { save: true });
    expect(holds(clean, wordMark)).toBe(false);
  });
});

describe('what is logged', () => {
  it('holds codes, counts and times: no text, no word, no query, no path', async () => {
    // Things that go wrong are what logs are for.
    const failures = [
      engine.call('search.neighbours', { model: 'trained', word: wordMark.repeat(2) }),
      engine.call('project.save', { target: file(join(folder, 'no such folder', folderMark, 'x.firth')) }),
      engine.call('exchange.export', {
        what: 'vectors',
        format: 'csv',
        target: file(join(home, 'none', 'x.csv')),
      }),
      engine.call('evaluate.pairs', { file: file(join(home, 'plain.txt')) }),
    ];
    const outcomes = await Promise.allSettled(failures);
    expect(outcomes.map(({ status }) => status)).toEqual(failures.map(() => 'rejected'));
    await engine.call('project.close', { save: true });
    for (const entry of log) {
      expect(Object.keys(entry).filter((key) => !['event', 'numbers', 'code'].includes(key))).toEqual([]);
      expect(Object.values(entry.numbers ?? {}).every((value) => typeof value === 'number')).toBe(true);
    }
    const all = JSON.stringify(log);
    for (const mark of [folderMark, wordMark, otherMark, 'secret', 'single', folder, '/'])
      expect(all).not.toContain(mark);
  });
});
