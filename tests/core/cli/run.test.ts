import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { runCommandLine } from '../../../core/cli/run.ts';
import { createEngine } from '../../../core/engine/engine.ts';
import { kinds, writeSmallTexts } from '../../fixtures/small-language.ts';

// The command line as a person uses it, one engine for each command, over a corpus made for the purpose.
const folder = mkdtempSync(join(tmpdir(), 'firth-cli-'));
const project = join(folder, 'small é.firth');
const environment = { ...commandLineEnvironment(), dataFolder: join(folder, 'data') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function firth(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await runCommandLine(args, createEngine(environment), {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    interactive: false,
  });
  return { status, out: out.join(''), err: err.join('') };
}

async function json(...args: string[]): Promise<Record<string, never>> {
  const { status, out, err } = await firth(...args, '--json');
  expect({ status, err: status === 0 ? '' : err + out }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as Record<string, never>;
}

const settings = ['--min-count', '2', '--dimensions', '20', '--epochs', '15', '--subsample', '0'];

beforeAll(async () => {
  const texts = writeSmallTexts(join(folder, 'texts'));
  writeFileSync(join(texts, 'empty.txt'), '');
  const imported = await json('import', texts, '--project', project);
  expect(imported).toMatchObject({ documents: 10, skipped: [{ file: 'empty.txt', code: 'E_FILE_EMPTY' }] });
  await json('train', project, ...settings, '--name', 'first');
});

describe('the command line', () => {
  it('imports nothing and ends with 1 where no file could be read, with the reason of each', async () => {
    const [data, empty, target] = [
      join(folder, 'data.json'),
      join(folder, 'void.txt'),
      join(folder, 'none.firth'),
    ];
    writeFileSync(data, '[{"id":"x1","inner":{"k":"v1"}},{"id":"x2","inner":{"k":"v2"}}]');
    writeFileSync(empty, '');
    const one = await firth('import', data, '--project', target);
    expect(one).toMatchObject({ status: 1, out: '' });
    expect(one.err).toContain('which field of it is text (id or inner.k)');
    const coded = await firth('import', data, '--project', target, '--json');
    expect(JSON.parse(coded.out)).toMatchObject({ error: { code: 'E_NO_TEXT_FIELD' } });
    const both = await firth('import', data, empty, '--project', target);
    expect(both.status).toBe(1);
    expect(both.err).toMatch(
      /Left out: “data.json”[^]*Left out: “void.txt”[^]*None of the files could be imported \(2 left out\)/,
    );
    expect(existsSync(target)).toBe(false);
  });

  it('finds words of a kind alike', async () => {
    const { neighbours } = (await json('neighbours', project, 'Cat', '--top', '5')) as never as {
      neighbours: { word: string; score: number; count: number; documents: number }[];
    };
    expect(neighbours).toHaveLength(5);
    for (const { word, score, count, documents } of neighbours) {
      expect(kinds.animal).toContain(word);
      expect(score).toBeGreaterThan(0.3);
      expect(count).toBeGreaterThan(0);
      expect(documents).toBe(10);
    }
  });

  it('solves analogies, with the baseline beside them', async () => {
    const answer = (await json(
      'analogy',
      project,
      '--positive',
      'rome,dog',
      '--negative',
      'cat',
    )) as never as {
      neighbours: { word: string }[];
      ranking: { word: string; isInput?: boolean }[];
      baseline: { word: string }[];
    };
    expect(answer.neighbours.map(({ word }) => word)).not.toContain('rome');
    expect(answer.ranking.some(({ isInput }) => isInput)).toBe(true);
    expect(kinds.animal).toContain(answer.baseline[0]?.word);
  });

  it('finds the odd one out', async () => {
    expect(await json('odd', project, 'cat', 'dog', 'bread', 'horse')).toMatchObject({ word: 'bread' });
  });

  it('tells how alike two words are', async () => {
    const near = (await json('similarity', project, 'cat', 'dog')) as never as { score: number };
    const far = (await json('similarity', project, 'cat', 'rome')) as never as { score: number };
    expect(near.score).toBeGreaterThan(far.score);
    expect(await json('similarity', project, 'cat', 'cat', '--measure', 'euclidean')).toEqual({
      score: 0,
      study: null,
    });
  });

  it('says which words fit a slot, with probabilities', async () => {
    const { predictions } = (await json(
      'predict',
      project,
      '--left',
      'travelled to',
      '--right',
      'by train',
      '--top',
      '3',
    )) as never as {
      predictions: { word: string; probability: number }[];
    };
    expect(predictions).toHaveLength(3);
    for (const { probability } of predictions) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }
  });

  it('shows the pairs of a sentence', async () => {
    const { tokens, pairs } = (await json(
      'pairs',
      project,
      '--sentence',
      'the cat saw a zebra',
      '--window',
      '1',
      '--negative',
      '2',
      '--seed',
      '3',
    )) as never as {
      tokens: { word: string; known: boolean }[];
      pairs: { input: string; output: string; label: number }[];
    };
    expect(tokens.find(({ word }) => word === 'zebra')?.known).toBe(false);
    expect(pairs.filter(({ label }) => label === 0)).toHaveLength(
      2 * pairs.filter(({ label }) => label === 1).length,
    );
  });

  it('leads every word back to its lines', async () => {
    const { total, lines } = (await json(
      'lines',
      project,
      'cat',
      '--width',
      '2',
      '--limit',
      '3',
    )) as never as {
      total: number;
      lines: { document: string; left: string; node: string; right: string }[];
    };
    expect(total).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line.node).toBe('cat');
      const text = readFileSync(join(folder, 'texts', line.document), 'utf8').replace(/\s+/g, ' ');
      expect(text).toContain(line.left + line.node + line.right);
    }
  });

  it('trains a recurrent model, shows it beside models that only count, and asks it', async () => {
    const trained = (await json(
      ...[
        'sequence',
        'train',
        project,
        '--cell',
        'rnn',
        '--hidden',
        '12',
        '--epochs',
        '1',
        '--min-count',
        '2',
      ],
      ...['--parent', 'first', '--embeddings', 'tuned', '--name', 'small', '--steps', '8', '--rate', '0.01'],
    )) as never as {
      name: string;
      settings: Record<string, unknown>;
      baselines: { bigram: number };
      heldOutPerplexity: number[];
    };
    expect(trained).toMatchObject({ name: 'small', settings: { parent: 'first', dimensions: 20, steps: 8 } });
    expect(trained.heldOutPerplexity).toHaveLength(1);
    const { out } = await firth('sequence', 'models', project);
    expect(out).toContain('small');
    expect(out).toContain(trained.baselines.bigram.toFixed(1));

    const { predictions } = (await json(
      'sequence',
      'predict',
      project,
      'anna travelled',
      '--top',
      '2',
    )) as never as {
      predictions: unknown[];
    };
    expect(predictions).toHaveLength(2);
    const states = (await json('sequence', 'states', project, 'the cat')) as never as {
      values: number[];
      tokens: unknown[];
    };
    expect(states.values).toHaveLength(states.tokens.length * 12);
    const shown = await firth('sequence', 'surprisal', project, 'the zyxxy cat');
    expect(shown.out).toContain('[zyxxy]');
    expect(shown.out).toContain('bits per word');
    const drawn = await firth(
      'sequence',
      'sample',
      project,
      '--words',
      '5',
      '--seed',
      '3',
      '--temperature',
      '0.5',
    );
    expect(drawn.out.trim().split(/\s+/)).toHaveLength(5);
    expect(
      await json(
        'sequence',
        'sentences',
        project,
        '--order',
        'least',
        '--min-words',
        '1',
        '--max-words',
        '100000',
      ),
    ).toHaveProperty('total');
    const { lines } = (await json('sequence', 'unit', project, '2', '--limit', '3', '--lowest')) as never as {
      lines: unknown[];
    };
    expect(lines).toHaveLength(3);
    for (const [what, format] of [
      ['sequence', 'safetensors'],
      ['surprisal', 'tsv'],
    ] as const) {
      const file = join(folder, `small.${format}`);
      await json('export', project, '--what', what, '--format', format, '--sequence', 'small', '--out', file);
      expect(readFileSync(file).length).toBeGreaterThan(1000);
    }
  });

  it.each([
    ['train', ['train'], ['--dimensions', '30', '--epochs', '600', '--min-count', '2']],
    [
      'sequence train',
      ['sequence', 'train'],
      ['--embeddings', 'learned', '--epochs', '60', '--min-count', '2'],
    ],
  ])('leaves an interrupted %s for --resume', async (_, command, options) => {
    const place = join(folder, `${command.join(' ')}.firth`);
    await json('import', join(folder, 'texts'), '--project', place);
    const stop = new AbortController();
    const status = await runCommandLine(
      [...command, place, ...options],
      createEngine(environment),
      {
        out: () => undefined,
        err: (text) => {
          if (text.startsWith('epoch 2')) stop.abort();
        },
        interactive: false,
      },
      stop.signal,
    );
    expect(status).toBe(1);
    const engine = createEngine(environment);
    const info = await engine.call('project.open', { file: { path: place } });
    expect(info.resumableKind).toBe(command[0] === 'train' ? 'model' : 'sequence');
    await engine.close();
  });

  it.each([
    [['sequence'], 'firth sequence states P "…"'],
    [['sequence', 'dream', 'P'], 'firth sequence states P "…"'],
    [['sequence', 'train'], 'firth sequence train P'],
    [['sequence', 'train', 'P', 'more'], 'firth sequence train P'],
    [['sequence', 'predict', 'P'], 'firth sequence predict P "…"'],
    [['sequence', 'predict', 'P', 'two', 'texts'], 'firth sequence predict P "…"'],
    [['sequence', 'unit', 'P', 'five'], 'firth sequence unit P UNIT'],
    [['sequence', 'train', 'P', '--cell', 'gru'], 'firth sequence train P'],
    [['lines', 'P', 'cat', '--sort', 'R99x'], 'firth lines P WORD'],
    [['lines', 'P', 'cat', '--where', 'year=1900', '--sub-corpus', 'Early'], 'firth lines P WORD'],
    [['remove', 'P'], 'firth remove P'],
    [['analogy', 'P'], 'firth analogy P --positive a,b'],
  ])('does not understand %s', async (args, usage) => {
    const { status, err } = await firth(...args);
    expect(status).toBe(2);
    expect(err).toContain(usage);
  });

  it('shows the lines of texts that fulfil conditions only', async () => {
    const dated = join(folder, 'dated.firth');
    await json('import', join(folder, 'texts'), '--project', dated, '--name-pattern', '{set}/{year}');
    const found = async (where: string) => {
      const { lines } = (await json(
        ...['lines', dated, 'cat', '--limit', '10000'],
        ...['--where', where],
      )) as never as { lines: { document: string }[] };
      return [...new Set(lines.map(({ document }) => document))];
    };
    expect(await found('year=1901..1903')).toEqual(['1901.txt', '1902.txt', '1903.txt']);
    expect(await found('year=..1900')).toEqual(['1900.txt']);
    expect(await found('set=texts; year=1904|1906')).toEqual(['1904.txt', '1906.txt']);
    expect(await found('set=others')).toEqual([]);
    expect(await found('year')).toHaveLength(10);
  });

  it('trains on the texts that fulfil conditions only, and says so', async () => {
    const dated = join(folder, 'parts.firth');
    await json('import', join(folder, 'texts'), '--project', dated, '--name-pattern', '{set}/{year}');
    const where = ['--where', 'year=..1903'];
    const trained = await firth('train', dated, ...settings, ...where, '--name', 'early', '--json');
    expect(trained.status).toBe(0);
    // So few tokens are warned of, whatever the size of the corpus.
    expect(trained.err).toContain('In so small a corpus');
    const { subCorpus, documents, tokens } = JSON.parse(trained.out) as {
      subCorpus: { digest: string; tokens: number };
      documents: number;
      tokens: number;
    };
    expect(subCorpus).toMatchObject({ conditions: [{ field: 'year', to: '1903' }], documents: 4, tokens });
    expect(documents).toBe(4);
    expect(tokens).toBeLessThan(20_000);
    const whole = await json('train', dated, ...settings, '--name', 'all');
    expect(whole).toMatchObject({ subCorpus: null, documents: 10 });
    const network = await json(
      ...['sequence', 'train', dated, '--embeddings', 'learned', '--hidden', '8', '--epochs', '1'],
      ...where,
    );
    expect(network['subCorpus']).toEqual(subCorpus);

    expect((await json('models', dated))['models']).toMatchObject([
      { name: 'early', subCorpus },
      { name: 'all', subCorpus: null },
    ]);
    for (const args of [
      ['models', dated],
      ['info', dated],
      ['sequence', 'models', dated],
    ])
      expect((await firth(...args)).out).toContain('year=..1903');
    const pairs = await json('pairs', dated, '--sentence', 'the cat', ...where);
    expect(pairs['tokens']).toHaveLength(2);
    // A text of this little language is one long sentence.
    const sentences = ['sequence', 'sentences', dated, '--max-words', '10000'];
    expect((await json(...sentences, ...where))['total']).toBe(4);
    expect((await json(...sentences))['total']).toBe(10);

    const empty = await firth('train', dated, '--where', 'yaer=..1903', '--json');
    expect(empty.status).toBe(1);
    expect(JSON.parse(empty.out)).toMatchObject({
      error: {
        code: 'E_SUB_CORPUS_EMPTY',
        message: expect.stringContaining('no text has the field “yaer”') as string,
      },
    });
  });

  it('trains the same bytes from the same seed, and others from another', async () => {
    const first = await json('train', project, ...settings, '--name', 'again');
    const other = await json('train', project, ...settings, '--name', 'other', '--seed', '2');
    const { models } = (await json('models', project)) as never as { models: { name: string }[] };
    expect(models.map(({ name }) => name)).toEqual(['first', 'again', 'other']);
    const vectors = join(folder, 'again.npy');
    await json('export', project, '--model', 'again', '--format', 'npy', '--out', vectors);
    const bytes = readFileSync(vectors);
    const matrix = bytes.subarray(10 + bytes.readUInt16LE(8));
    expect(createHash('sha256').update(matrix).digest('hex')).toBe(first['sha256']);
    expect(other['sha256']).not.toBe(first['sha256']);
  });

  it('writes vectors as CSV and reads word2vec back bit-equal', async () => {
    const csv = join(folder, 'vectors.csv');
    const exported = await json(
      'export',
      project,
      '--model',
      'first',
      '--what',
      'vectors',
      '--format',
      'csv',
      '--out',
      csv,
    );
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^word,count,d1,.*,d20$/);
    expect(lines).toHaveLength(Number(exported['rows']) + 1);
    const binary = join(folder, 'vectors.bin');
    await json('export', project, '--model', 'first', '--format', 'word2vec-binary', '--out', binary);
    await json('import-vectors', binary, '--project', project, '--name', 'back');
    for (const [a, b] of [
      ['cat', 'dog'],
      ['rome', 'bread'],
    ] as const)
      expect(await json('similarity', project, a, b, '--model', 'back')).toEqual(
        await json('similarity', project, a, b, '--model', 'first'),
      );
    await expect(
      firth('predict', project, '--left', 'the', '--model', 'back', '--json'),
    ).resolves.toMatchObject({
      status: 1,
      out: expect.stringContaining('E_NO_OUTPUT_LAYER') as string,
    });
  });

  it('scores a model on files of questions and pairs', async () => {
    const analogies = join(folder, 'questions.txt');
    writeFileSync(analogies, ': kinds\ncat dog rome paris\nbread cheese anna emma\ncat dog zebra paris\n');
    const answer = await json('evaluate', project, '--analogies', analogies);
    expect(answer).toMatchObject({ total: 2, sections: [{ name: 'kinds', total: 2 }] });
    expect(answer['coverage']).toBeCloseTo(2 / 3, 9);
    const pairs = join(folder, 'pairs.tsv');
    writeFileSync(pairs, '# rated\ncat\tdog\t9\ncat\trome\t1\nbread\tcheese\t8\nanna\tsalt\t2\n');
    const rated = await json('evaluate', project, '--pairs', pairs);
    expect(rated['spearman']).toBeGreaterThan(0.5);
    expect(rated['coverage']).toBe(1);
  });

  it('checks the project it made', async () => {
    expect(await json('verify', project)).toMatchObject({ ok: true, documents: 10 });
    expect(await json('info', project)).toMatchObject({ documents: 10, unsaved: false, resumable: null });
  });

  it('answers mistakes with a code, a sentence and exit status 1', async () => {
    for (const [code, ...args] of [
      ['E_WORD_UNKNOWN', 'neighbours', project, 'xyzzy'],
      ['E_MODEL_UNKNOWN', 'neighbours', project, 'cat', '--model', 'none'],
      ['E_NEGATIVE_ZERO', 'train', project, '--negative', '0'],
      ['E_SETTING_INVALID', 'train', project, '--window', '99'],
      ['E_VOCABULARY_EMPTY', 'train', project, '--min-count', '1000000'],
      ['E_NOTHING_TO_RESUME', 'train', project, '--resume'],
      ['E_FILE_MISSING', 'neighbours', join(folder, 'absent.firth'), 'cat'],
      ['E_NOT_A_PROJECT', 'info', join(folder, 'texts', '1900.txt')],
    ] as const) {
      const { status, out } = await firth(...args, '--json');
      const { error } = JSON.parse(out) as { error: { code: string; message: string } };
      expect({ status, code: error.code }).toEqual({ status: 1, code });
      expect(error.message).not.toContain(folder);
    }
  });

  it('says how it is used when it is not understood, with exit status 2', async () => {
    for (const args of [
      ['fly'],
      ['neighbours', project],
      ['train', project, '--epochs', 'many'],
      ['odd', project, 'a', '--nope'],
    ]) {
      const { status, out, err } = await firth(...args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err.length).toBeGreaterThan(10);
    }
    expect((await firth('help')).out).toContain('firth neighbours');
    expect((await firth('train', '--help')).out).toContain('--epochs');
  });
});
