import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallSentences } from '../../fixtures/small-language.ts';
import { importSmallTexts, smallPlace } from '../engine/small-engine.ts';

// Another program reads what was exported and must come to the same numbers. Needs python3 with numpy (Debian: python3-numpy).
const place = smallPlace();
let engine: Engine;
beforeAll(async () => {
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, smallSentences(join(place.folder, 'texts')));
});
afterAll(async () => {
  await engine.close();
  place.remove();
});

it.each([
  { cell: 'rnn', layers: 1, hidden: 12 },
  { cell: 'rnn', layers: 2, hidden: 9 },
  { cell: 'lstm', layers: 1, hidden: 17 },
  { cell: 'lstm', layers: 2, hidden: 8 },
] as const)('numpy reads an exported %o and finds the same surprisals', async (network) => {
  const settings = { ...network, dimensions: 10, epochs: 2, minCount: 2, rate: 0.01 };
  const { name } = await engine.call('sequence.train', { settings });
  const target = join(place.folder, `${name}.safetensors`);
  await engine.call('exchange.export', {
    what: 'sequence',
    format: 'safetensors',
    target: { path: target },
    sequence: name,
  });
  const words = ['anna', 'travelled', 'to', 'nowhere', 'by', 'train'];
  const { tokens } = await engine.call('sequence.surprisal', { model: name, text: `${words.join(' ')}.` });
  const script = join(import.meta.dirname, 'read_safetensors.py');
  const { status, stdout, stderr } = spawnSync('python3', [script, target, JSON.stringify(words)], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const bits = JSON.parse(stdout) as number[];
  expect(bits).toHaveLength(tokens.length - 1);
  tokens.slice(1).forEach((token, at) => expect(token.bits).toBeCloseTo(bits[at]!, 4));
});
