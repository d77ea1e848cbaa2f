import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonCommands } from '../cli/json-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-bounds-'));
const firth = jsonCommands(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentences = Array.from(
  { length: 60 },
  (_, at) =>
    `The ${['goat', 'sheep', 'cow'][at % 3]} drank ${['milk', 'water'][at % 2]} in the ${['barn', 'field', 'yard', 'wood'][at % 4]}.`,
);
const project = (name: string) => join(folder, `${name}.firth`);

beforeAll(async () => {
  writeFileSync(join(folder, 'together.txt'), sentences.join(' '));
  mkdirSync(join(folder, 'apart'));
  sentences.forEach((sentence, at) =>
    writeFileSync(join(folder, 'apart', `${String(at).padStart(3, '0')}.txt`), sentence),
  );
  await firth('import', join(folder, 'together.txt'), '--language', 'en', '--project', project('together'));
  await firth('import', join(folder, 'apart'), '--language', 'en', '--project', project('apart'));
});

async function trained(name: string, ...options: string[]): Promise<string> {
  const small = ['--min-count', '1', '--dimensions', '10', '--epochs', '3', '--window', '4'];
  const run = `${name} ${options.join(' ')}`;
  await firth('train', project(name), ...small, ...options, '--name', run);
  const answer = await firth('vectors', project(name), 'goat', 'sheep', 'water', '--model', run);
  expect(JSON.stringify(answer)).toContain('sheep');
  return JSON.stringify(answer).replaceAll(run, '');
}

it.each([['skip-gram'], ['cbow'], ['count']])(
  'windows that end with sentences make the vectors of sentences that are texts of their own (%s)',
  async (architecture) => {
    const apart = await trained('apart', '--architecture', architecture);
    expect(await trained('together', '--architecture', architecture, '--within', 'sentence')).toBe(apart);
    expect(await trained('together', '--architecture', architecture)).not.toBe(apart);
  },
);

it('what makes two words alike is looked for within sentences too', async () => {
  const why = (name: string, model: string) =>
    firth<{
      shared: { word: string; first: { together: number } }[];
      contextCosine: number;
      texts: object;
    }>('why', project(name), 'goat', 'sheep', '--model', model);
  const [together, apart, across] = [
    await why('together', 'together --architecture count --within sentence'),
    await why('apart', 'apart --architecture count'),
    await why('together', 'together --architecture count'),
  ];
  const counts = (answer: typeof together) => answer.shared.map(({ word, first }) => [word, first.together]);
  expect(counts(together)).toEqual(counts(apart));
  expect(together.contextCosine).toBeCloseTo(apart.contextCosine, 10);
  expect(counts(across)).not.toEqual(counts(apart));
  expect(together.texts).toEqual({ first: 1, second: 1, both: 1 });
});

it('the methods say where windows end', async () => {
  const model = 'together --architecture cbow --within sentence';
  expect(JSON.stringify(await firth('methods', project('together'), '--model', model))).toContain(
    'words to each side within sentences',
  );
});
