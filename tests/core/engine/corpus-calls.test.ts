import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace } from './small-engine.ts';

it('halves of characters in JSON lines and Rich Text stop nothing, and are counted', async () => {
  const place = smallPlace();
  onTestFinished(() => place.remove());
  const line = JSON.stringify({ text: 'good ab\ud83dcd half ab\ud83ecd a cat', by: 'm\udc00' });
  writeFileSync(join(place.folder, 'a.jsonl'), `${line}\n{"text":"fine"}\n`);
  writeFileSync(join(place.folder, 'b.rtf'), '{\\rtf1\\ansi a dog \\u-10179?x and \\u-10178?x}');
  writeFileSync(join(place.folder, 'c.txt'), 'nothing is wrong here');
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  const { files, skipped } = await engine.call('corpus.import', {
    files: ['a.jsonl', 'b.rtf', 'c.txt'].map((name) => ({ path: join(place.folder, name) })),
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
  expect(skipped).toEqual([]);
  expect(files.map(({ file, halves, replacedCount }) => ({ file, halves, replacedCount }))).toEqual([
    { file: 'a.jsonl', halves: 3, replacedCount: 0 },
    { file: 'b.rtf', halves: 2, replacedCount: 0 },
    { file: 'c.txt', halves: undefined, replacedCount: 0 },
  ]);
  await engine.call('project.save', {});
  expect(await engine.call('project.verify', { file: { path: place.project } })).toMatchObject({ ok: true });
  await engine.close();
});
