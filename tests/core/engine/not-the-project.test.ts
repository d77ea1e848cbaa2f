import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());
let engine: Engine;
let file: string;
let before: Buffer;
beforeAll(async () => {
  engine = await smallProject(place);
  await engine.call('model.train', { name: 'm', settings: { epochs: 1, dimensions: 8, minCount: 1 } });
  file = join(place.folder, 'saved elsewhere.firth');
  await engine.call('project.save', { target: { path: file } });
  before = readFileSync(file);
});

describe('the file of the open project', () => {
  const here = () => ({ path: file });
  const through = () => {
    const path = join(place.folder, 'a link to it');
    symlinkSync(file, path);
    return { path };
  };

  it.each([
    ['a table', () => engine.call('exchange.export', { what: 'frequencies', format: 'csv', target: here() })],
    [
      'vectors',
      () => engine.call('exchange.export', { what: 'vectors', model: 'm', format: 'csv', target: here() }),
    ],
    [
      'what is looked at, by another way to it',
      () =>
        engine.call('exchange.table', {
          columns: [{ name: 'word', kind: 'text' }],
          rows: [['cat']],
          format: 'csv',
          target: through(),
        }),
    ],
    ['a bundle', () => engine.call('model.bundle', { model: 'm', target: here() })],
  ])('is not replaced by %s', async (_, write) => {
    await expect(write()).rejects.toMatchObject({
      code: 'E_FILE_THERE',
      details: { reason: 'project' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is saved as ever, and stands beside what is exported', async () => {
    await engine.call('exchange.export', {
      what: 'frequencies',
      format: 'csv',
      target: { path: join(place.folder, 'words.csv') },
    });
    await engine.call('project.save', {});
  });
});
