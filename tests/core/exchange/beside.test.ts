import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportTensors } from '../../../core/exchange/safetensors.ts';
import { exportVectors, type VectorFormat } from '../../../core/exchange/vector-writers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words = ['sea', 'salt'];
const table = { words, counts: [3, 2], dimensions: 2, values: Float32Array.of(1, 2, 3, 4) };
const target = () => join(folder, 'v.tsv');
const write = (format: VectorFormat, seed = 1) =>
  exportVectors(table, { format, preset: 'exchange', target: target(), settings: { seed } });
const contents = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('a file of the person beside an export', () => {
  it.each([
    ['tsv', 'v.tsv.settings.json', '{"mine":1}'],
    ['tsv', 'v.tsv.settings.json', 'no JSON'],
    ['word2vec', 'v.tsv.settings.json', '[]'],
    ['npy', 'v.tsv.words.txt', 'my words'],
    ['projector', 'v.metadata.tsv', 'my metadata'],
  ] as const)('is not overwritten unasked: %s, %s holding %s', async (format, name, content) => {
    writeFileSync(join(folder, name), content);
    await expect(write(format)).rejects.toMatchObject({ code: 'E_FILE_THERE', details: { file: name } });
    expect(contents()).toEqual({ [name]: content });
  });

  it('is not overwritten by weights', async () => {
    writeFileSync(`${target()}.settings.json`, '{}');
    const tensors = [{ name: 'a', shape: [1], values: Float32Array.of(1) }];
    await expect(
      exportTensors(tensors, { target: target(), metadata: {}, settings: {} }),
    ).rejects.toMatchObject({ code: 'E_FILE_THERE' });
    expect(Object.keys(contents())).toEqual(['v.tsv.settings.json']);
  });

  it('may be called as parts of exports are', async () => {
    for (const name of ['v.tsv.part', '.v.tsv.part', 'v.part']) writeFileSync(join(folder, name), 'mine');
    await write('tsv');
    expect(contents()).toMatchObject({ 'v.tsv.part': 'mine', '.v.tsv.part': 'mine', 'v.part': 'mine' });
  });
});

describe('an export of before', () => {
  it.each(['tsv', 'word2vec', 'npy', 'projector'] as const)(
    'is replaced with all its files: %s',
    async (format) => {
      const { files } = await write(format, 1);
      await write(format, 2);
      expect(Object.keys(contents()).toSorted()).toEqual(files.toSorted());
      expect(contents()['v.tsv.settings.json']).toContain('"seed": 2');
    },
  );

  it('of another format does not cover a file that was not its own', async () => {
    await write('tsv');
    writeFileSync(join(folder, 'v.tsv.words.txt'), 'mine');
    await expect(write('npy')).rejects.toMatchObject({ code: 'E_FILE_THERE' });
    expect(contents()['v.tsv.words.txt']).toBe('mine');
  });
});
