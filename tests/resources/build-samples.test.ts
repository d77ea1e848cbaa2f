import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../renderer/pages/home/Words.en.ts';
import { zh } from '../../renderer/pages/home/Words.zh.ts';
import { buildSamples } from '../../resources/build-samples.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-samples-'));
  buildSamples(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const metadataOf = (name: string) =>
  parse<Record<string, string>>(read(name, 'metadata.csv'), { columns: true });

describe('The samples', () => {
  for (const name of ['state-of-the-union', 'moby-dick', 'guwen-guanzhi'])
    it(`of ${name} have texts, a row of metadata for each, and their origin`, () => {
      const files = readdirSync(join(folder, name, 'texts')).sort();
      expect(files.length).toBeGreaterThan(100);
      expect(
        metadataOf(name)
          .map(({ file }) => file)
          .sort(),
      ).toEqual(files);
      expect(read(name, 'SOURCE.txt')).toMatch(/npm package .*(CC0|MIT)/u);
      for (const file of files) expect(read(name, 'texts', file).trim().length).toBeGreaterThan(50);
    });

  it('of the addresses reach over the years that Home says of them', () => {
    const years = metadataOf('state-of-the-union').map(({ year }) => Number(year));
    const span = `${Math.min(...years)}–${Math.max(...years)}`;
    for (const words of [en, zh]) expect(words.sampleEn).toContain(span);
  });

  it('of the addresses tell year, president and party', () => {
    const rows = metadataOf('state-of-the-union');
    expect(rows[0]).toEqual({
      file: '1790_george_washington.txt',
      year: '1790',
      president: 'George Washington',
      party: 'none',
    });
    expect(rows.at(-1)).toMatchObject({ year: '2021', party: 'Democratic' });
  });

  it('of the novel are in the order of its chapters', () => {
    expect(read('moby-dick', 'texts', 'chapter-001.txt')).toMatch(/^Call me Ishmael\./u);
    const rows = metadataOf('moby-dick');
    expect(rows).toHaveLength(136);
    expect(rows[1]).toEqual({ file: 'chapter-002.txt', chapter: '2', title: 'The Carpet-Bag' });
    expect(rows[135]).toEqual({ file: 'epilogue.txt', chapter: '136', title: 'Epilogue' });
  });

  it('of literary Chinese have more than 50,000 characters', () => {
    const texts = readdirSync(join(folder, 'guwen-guanzhi', 'texts')).map((file) =>
      read('guwen-guanzhi', 'texts', file),
    );
    expect(texts.join('').match(/\p{Script=Han}/gu)!.length).toBeGreaterThan(50_000);
    expect(metadataOf('guwen-guanzhi')[0]).toMatchObject({ title: '鄭伯克段於鄢', author: '左丘明' });
  });

  it('are left alone when they are right, and repaired when not', () => {
    const right = join(folder, 'moby-dick', 'texts', 'chapter-003.txt');
    const wrong = join(folder, 'moby-dick', 'texts', 'chapter-004.txt');
    const strange = join(folder, 'moby-dick', 'texts', 'chapter-999.txt');
    const { mtimeMs } = statSync(right);
    const whole = readFileSync(wrong, 'utf8');
    writeFileSync(wrong, 'half');
    writeFileSync(strange, 'not ours');
    buildSamples(folder);
    expect(statSync(right).mtimeMs).toBe(mtimeMs);
    expect(readFileSync(wrong, 'utf8')).toBe(whole);
    expect(readdirSync(join(folder, 'moby-dick', 'texts'))).not.toContain('chapter-999.txt');
  });
});
