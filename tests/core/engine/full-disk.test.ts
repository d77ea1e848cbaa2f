import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../core/engine/engine.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';
import { writeSmallTexts } from '../../fixtures/small-language.ts';

const place = smallPlace();
const disk = join(place.folder, 'disk');
mkdirSync(disk);
/** A small disk of its own needs the rights of root; without them the same is tested by a database of few pages (boundary.test.ts). */
const canMount =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).status === 0;

describe.skipIf(!canMount)('on a full disk', () => {
  let engine: Engine;
  const filler = join(disk, 'filler');
  const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize;
  /** Leaves so many bytes free. */
  const fill = (left: number) => writeFileSync(filler, Buffer.alloc(Math.max(0, free() - left)));
  const digest = async () => (await engine.call('project.digest', {})).digest;

  beforeAll(async () => {
    engine = createEngine({ ...place.environment, dataFolder: join(disk, 'data') });
    await engine.call('project.open', { file: { path: place.project }, create: true });
    await importSmallTexts(engine, writeSmallTexts(join(place.folder, 'texts'), { documents: 3 }));
  });
  afterAll(async () => {
    await engine.close();
    execFileSync('umount', [disk]);
    place.remove();
  });

  it('a model that does not fit is refused for want of room, the project is as it was, and later it fits', async () => {
    const before = await digest();
    const settings = { dimensions: 1000, epochs: 1, minCount: 1 };
    fill(200_000);
    await expect(engine.call('model.train', { settings, name: 'large' })).rejects.toMatchObject({
      code: 'E_NO_SPACE',
    });
    expect(await digest()).toBe(before);
    expect(await engine.call('model.list', {})).toEqual([]);
    rmSync(filler);
    await engine.call('model.train', { settings, name: 'large' });
    expect((await engine.call('model.list', {})).map(({ name }) => name)).toEqual(['large']);
  });

  it('an import that does not fit is refused as a whole', async () => {
    const before = await digest();
    fill(100_000);
    const texts = writeSmallTexts(join(place.folder, 'more'), { documents: 3, sentenceCount: 60, seed: 9 });
    await expect(importSmallTexts(engine, texts)).rejects.toMatchObject({ code: 'E_NO_SPACE' });
    rmSync(filler);
    expect(await digest()).toBe(before);
    await importSmallTexts(engine, texts);
    expect(await engine.call('project.info', {})).toMatchObject({ documents: 6 });
  });
});
