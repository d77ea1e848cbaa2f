import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { messageFor } from '../../../core/contract/messages/message.ts';
import { jsonCommands } from '../cli/json-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-apart-'));
const firth = jsonCommands(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imported(name: string, text: string, ...options: string[]): Promise<string> {
  const [file, project] = [join(folder, name), join(folder, `${name}.firth`)];
  writeFileSync(file, text);
  await firth('import', file, '--project', project, ...options);
  return project;
}

it('phrases do not reach over signs that were left out', async () => {
  const text = 'We met old friends, new York hats; we saw New York then. Red, wine red wine.\n'.repeat(6);
  const project = await imported('signs.txt', text, '--language', 'en');
  const { rows } = await firth<{ rows: { words: string; count: number }[] }>(
    'phrases',
    project,
    '--min-occurrences',
    '1',
    '--threshold',
    '0',
  );
  const counts = new Map(rows.map(({ words, count }) => [words, count]));
  expect(counts.get('new york')).toBe(12);
  expect(counts.get('red wine')).toBe(6);
  expect(counts.get('friends new')).toBeUndefined();
  expect(counts.get('hats we')).toBeUndefined();
});

it('a word that was left out as a stop word is not another one in capitals', async () => {
  const text = 'The US gave us much. They told us that the US gave us more. Bread fed us in the US.\n'.repeat(
    8,
  );
  const project = await imported('us.txt', text, '--language', 'en', '--keep-case');
  const stop = join(folder, 'stop.txt');
  writeFileSync(stop, 'us\nthe\n');
  await firth(
    'train',
    project,
    '--architecture',
    'count',
    '--dimensions',
    '4',
    '--min-count',
    '1',
    '--stop-words',
    stop,
  );
  await expect(firth('neighbours', project, 'us')).rejects.toThrow(/E_WORD_STOPPED/u);
  const { neighbours } = await firth<{ neighbours: unknown[] }>('neighbours', project, 'US');
  expect(neighbours.length).toBeGreaterThan(0);
  // Where nothing was left out, capitals do not matter.
  expect(await firth('neighbours', project, 'BREAD')).toMatchObject({
    neighbours: expect.anything() as unknown,
  });
  const pairs = join(folder, 'pairs.tsv');
  writeFileSync(pairs, 'us\tgave\t1\nUS\tgave\t2\nBREAD\tmuch\t3\n');
  expect(await firth('evaluate', project, '--pairs', pairs)).toMatchObject({ pairs: 2 });
});

it('a project says which layers and regions it has, and how much of it has them', async () => {
  const rows = (n: number) =>
    `# newdoc id = d${n}\n# sent_id = ${n}\n1\tKissat\tkissa\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tistuvat\tistua\tVERB\t_\t_\t0\troot\t_\t_\n3\thiljaa\t_\tADV\t_\t_\t2\tadvmod\t_\t_\n\n`;
  const project = await imported('k.conllu', rows(1) + rows(2));
  const { layers, regions } = await firth<{ layers: { name: string }[]; regions: unknown[] }>(
    'layers',
    project,
  );
  expect(layers.find(({ name }) => name === 'upos')).toEqual({
    name: 'upos',
    kind: 'pos',
    region: '',
    documents: 2,
    covered: 6,
    values: 3,
  });
  expect(layers.find(({ name }) => name === 'lemma')).toMatchObject({ covered: 4, values: 2 });
  expect(Array.isArray(regions)).toBe(true);
});

it('an empty sub-corpus of which nothing more is known is said to be empty', () => {
  for (const locale of ['en', 'zh'] as const)
    expect(messageFor({ code: 'E_SUB_CORPUS_EMPTY', details: {} }, locale)).not.toContain('undefined');
});
