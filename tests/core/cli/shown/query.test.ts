import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { runCommandLine } from '../../../../core/cli/run.ts';
import { createEngine } from '../../../../core/engine/engine.ts';
import { jsonCommands } from '../json-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-query-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const json = jsonCommands(folder);
const P = join(folder, 'p.firth');

/** What a person reads, and how it ends. */
async function read(...args: string[]): Promise<{ readonly text: string; readonly status: number }> {
  const text: string[] = [];
  const engine = createEngine({ ...commandLineEnvironment(), dataFolder: join(folder, 'data') });
  const put = (one: string) => void text.push(one);
  const status = await runCommandLine(args, engine, { out: put, err: put, interactive: false });
  return { text: text.join(''), status };
}

beforeAll(async () => {
  mkdirSync(join(folder, 'texts'));
  const texts = {
    '1801_Ann.txt': 'An owl saw the old oak. An owl saw a "mole".',
    '1802_Bea.txt': 'An owl saw the mole. The mole saw nothing.',
    '1803_Cid.txt': 'One owl saw an owl. An owl saw the moon.',
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'texts', name), text);
  await json('import', join(folder, 'texts'), '--project', P, '--name-pattern', '{year}_{author}');
});

interface Lines {
  readonly total: number;
  readonly documents: number;
  readonly lines: readonly { readonly node: string; readonly fields: unknown }[];
}

describe('commands of queries', () => {
  it('read a query as a simple one where that is said, whatever signs it has', async () => {
    expect((await json<Lines>('query', P, '"mole"', '--simple')).lines.map(({ node }) => node)).toEqual([
      'mole',
      'mole',
      'mole',
    ]);
    expect(await json('query', P, '[owl]', '--simple')).toMatchObject({ total: 6 });
    expect(await json('collocates', P, '"owl"', '--simple', '--minimum', '1')).toMatchObject({
      occurrences: 6,
    });
    expect(await json('distribution', P, '"owl"', '--simple', '--by', 'year')).toMatchObject({ total: 3 });
    const refused = await read('query', P, '"owl"', '--simple', '--language', 'cql');
    expect(refused).toMatchObject({ status: 2, text: expect.stringContaining('--simple') as unknown });
  });

  it('order lines by places, layers and fields, and show these', async () => {
    const { lines } = await json<Lines>(
      ...['query', P, '[form="an|one"] "owl"', '--sort', 'meta:author,N.word', '--fields', 'author,year'],
    );
    expect(lines.map(({ node, fields }) => [node, fields])).toEqual([
      ['An owl', { author: 'Ann', year: 1801 }],
      ['An owl', { author: 'Ann', year: 1801 }],
      ['An owl', { author: 'Bea', year: 1802 }],
      ['an owl', { author: 'Cid', year: 1803 }],
      ['An owl', { author: 'Cid', year: 1803 }],
      ['One owl', { author: 'Cid', year: 1803 }],
    ]);
  });

  it('count n-grams in so many texts', async () => {
    expect(await json('ngrams', P, '--n', '3', '--minimum', '2', '--texts', '3')).toMatchObject({
      rows: [
        { ngram: 'an owl saw', count: 4, texts: 3 },
        { ngram: 'owl saw the', count: 3, texts: 3 },
      ],
    });
  });

  it('say of fifty of 10,000 tokens against twenty of 50,000 what other programs say', async () => {
    const many = (hits: number, others: number) => `${'zed. '.repeat(hits)}${'other. '.repeat(others)}`;
    mkdirSync(join(folder, 'two'));
    writeFileSync(join(folder, 'two', 'target_x.txt'), many(50, 9950));
    writeFileSync(join(folder, 'two', 'reference_x.txt'), many(20, 49_980));
    const two = join(folder, 'two.firth');
    await json(
      'import',
      join(folder, 'two'),
      '--project',
      two,
      '--language',
      'en',
      '--name-pattern',
      '{side}_{x}',
    );
    const sides = ['--target', 'side=target', '--reference', 'side=reference'];
    const { rows, target, reference } = await json<{
      readonly rows: readonly Readonly<Record<string, number | string>>[];
      readonly target: unknown;
      readonly reference: unknown;
    }>('keywords', two, ...sides);
    expect([target, reference]).toEqual([
      { tokens: 10_000, texts: 1 },
      { tokens: 50_000, texts: 1 },
    ]);
    const row = rows.find(({ word }) => word === 'zed')!;
    // R with `corpora` 0.6 and SciPy; the rest by hand.
    for (const [measure, value] of Object.entries({
      logLikelihood: 102.8878,
      twoTermLikelihood: 102.7111,
      logRatio: 3.62253,
      percentDifference: 1150,
      oddsRatio: 12.55779,
      bayesFactor: 91.88569,
      simpleMaths: 10.2,
    }))
      expect(row[measure], measure).toBeCloseTo(value, 4);
    expect(Number(row['fisherP']) / 5.19586e-24).toBeCloseTo(1, 5);
  });

  it('show lines as a concordance, and where there is none what may have been meant', async () => {
    const found = await read('query', P, 'owl', '--fields', 'year', '--limit', '2', '--width', '2');
    expect(found.text).toContain('2 of 6 lines');
    expect(found.text).toMatch(/1801_Ann\.txt +1801 +An +owl +saw the/u);
    const none = await read('query', P, 'owls moon');
    expect(none.text).toContain('No line matches.');
    expect(none.text).toMatch(/moon +1/u);
    expect(none.text).toContain('owl');
  });
});
