import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;
beforeAll(async () => {
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
});
afterAll(async () => {
  await engine.close();
  place.remove();
});

async function vectors(name: string, lines: readonly string[]): Promise<void> {
  const path = join(place.folder, `${name}.vec`);
  writeFileSync(path, `${lines.length} 2\n${lines.join('\n')}\n`);
  await engine.call('model.importVectors', { file: { path }, name });
}

const nearest = async (word: string, model: string) =>
  (await engine.call('search.neighbours', { word, model, top: 1 })).neighbours[0]?.word;

it('answers under its new name, and the old one is unknown', async () => {
  await vectors('first', ['tea 1 0', 'cup 0.9 0.1', 'sea 0 1']);
  expect(await nearest('tea', 'first')).toBe('cup');
  await engine.call('model.rename', { model: 'first', name: 'renamed' });
  expect(await nearest('tea', 'renamed')).toBe('cup');
  await expect(nearest('tea', 'first')).rejects.toMatchObject({
    code: 'E_MODEL_UNKNOWN',
    details: { model: 'first', models: ['renamed'] },
  });
});

it('is not taken for the one that was deleted before it, whose number it has', async () => {
  await engine.call('model.delete', { model: 'renamed' });
  await vectors('second', ['tea 1 0', 'cup 0 1', 'sea 0.9 0.1']);
  expect(await nearest('tea', 'second')).toBe('sea');
});
