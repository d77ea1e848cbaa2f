import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubCorpus, TrainedSubCorpus } from '../../../core/contract/corpus.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { subCorpusOf } from '../../../core/opened/training-texts.ts';
import { early, late, letterProject } from '../engine/dated-letters.ts';
import { smallPlace } from '../engine/small-engine.ts';

// One project with all letters, and one that holds the earlier ones only: what is trained on these must be the same in both.
const all = smallPlace();
const alone = smallPlace();
let engine: Engine;
let separate: Engine;

beforeAll(async () => {
  engine = all.engine();
  separate = alone.engine();
  await letterProject(engine, { project: all.project, folder: join(all.folder, 'texts') });
  const folder = join(alone.folder, 'texts');
  await letterProject(separate, { project: alone.project, folder }, (letter) => letter.early);
}, 60_000);
afterAll(async () => {
  await engine.close();
  await separate.close();
  all.remove();
  alone.remove();
});

const settings = { dimensions: 16, epochs: 2, minCount: 2 };
const recurrent = { hidden: 8, epochs: 1, minCount: 2, batch: 4, dropout: 0 };

describe('a model of a sub-corpus', () => {
  it.each([
    ['skip-gram', { architecture: 'skip-gram' }],
    ['cbow', { architecture: 'cbow', output: 'hierarchical-softmax' }],
    ['full softmax', { architecture: 'cbow', output: 'full-softmax' }],
    ['a limited vocabulary', { maxVocabulary: 20, stopWords: ['the'] }],
    ['count', { architecture: 'count' }],
  ] as const)(
    'has the bytes of one of a project that holds these texts alone: %s',
    async (name, architecture) => {
      const order = { name, settings: { ...settings, ...architecture } };
      const part = await engine.call('model.train', { ...order, texts: { conditions: early.conditions } });
      const whole = await separate.call('model.train', order);
      expect(part.sha256).toBe(whole.sha256);
      expect([part.vocabulary, part.documents, part.tokens]).toEqual([whole.vocabulary, 6, whole.tokens]);
      expect(part.loss).toEqual(whole.loss);
      const healthOf = async (one: Engine) => (await one.call('model.list', {})).at(-1)!.health;
      expect(await healthOf(engine)).toEqual(await healthOf(separate));
    },
    60_000,
  );

  it('has these bytes as a recurrent network, too', async () => {
    for (const order of [
      { name: 'lstm', settings: { ...recurrent, cell: 'lstm', embeddings: 'learned' } },
      { name: 'rnn', settings: { ...recurrent, cell: 'rnn', embeddings: 'tuned', parent: 'cbow' } },
    ] as const) {
      const part = await engine.call('sequence.train', { ...order, texts: { conditions: early.conditions } });
      const whole = await separate.call('sequence.train', order);
      expect(part.sha256).toBe(whole.sha256);
      expect(part).toMatchObject({
        trainTokens: whole.trainTokens,
        heldOutTokens: whole.heldOutTokens,
        heldOutTexts: whole.heldOutTexts,
        baselines: whole.baselines,
        heldOutPerplexity: whole.heldOutPerplexity,
      });
      expect(part.subCorpus).toMatchObject({ ...early, documents: 6 });
      expect(whole.subCorpus).toBeNull();
    }
  }, 60_000);

  it('differs from the model of the rest, and from that of all', async () => {
    const train = async (subCorpus?: SubCorpus) => {
      const given = subCorpus === undefined ? {} : { texts: { conditions: subCorpus.conditions } };
      const { sha256, model } = await engine.call('model.train', { settings, ...given });
      await engine.call('model.delete', { model });
      return sha256;
    };
    expect(new Set([await train(), await train(early), await train(late)]).size).toBe(3);
  });

  it('is known by its conditions, its size and the digest of its texts, also after saving', async () => {
    await engine.call('project.save', {});
    const again = all.engine();
    const info = await again.call('project.open', { file: { path: all.project }, readOnly: true });
    const model = info.models.find(({ name }) => name === 'skip-gram')!;
    const { tokens } = await separate.call('project.info', {});
    expect(model.subCorpus).toEqual({
      ...early,
      documents: 6,
      tokens,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    });
    expect(model.stale).toBe(false);
    const [network] = await again.call('sequence.list', {});
    expect(network!.subCorpus).toEqual(model.subCorpus);
    await again.close();
    const report = await engine.call('project.verify', { file: { path: all.project } });
    expect(report).toMatchObject({ ok: true, models: 7 });
  });

  it('is named after a sub-corpus with the same conditions, where none is said', async () => {
    const { conditions } = early;
    const named = await engine.call('model.train', { settings, texts: { conditions } });
    expect(named.subCorpus!.name).toBe('Early');
    const nameless = { conditions: [{ field: 'genre', values: ['letter'] }] };
    const other = await engine.call('model.train', { settings, texts: nameless });
    expect(other).toMatchObject({ documents: 3, subCorpus: nameless });
    expect(other.subCorpus).not.toHaveProperty('name');
    for (const { model } of [named, other]) await engine.call('model.delete', { model });
  });

  it('keeps its texts through a rescue, and writes them beside what is exported', async () => {
    const out = join(all.folder, 'rescued.firth');
    await engine.call('project.rescue', { file: { path: all.project }, target: { path: out } });
    const rescued = all.engine();
    const { models } = await rescued.call('project.open', { file: { path: out } });
    const { subCorpus } = models.find(({ name }) => name === 'skip-gram')!;
    expect(subCorpus).toMatchObject({ ...early, documents: 6 });
    const settingsOf = async (order: object, file: string) => {
      const target = { path: join(all.folder, file) };
      const { files } = await rescued.call('exchange.export', { ...order, target });
      const json = files.find((one) => one.endsWith('.json'))!;
      return JSON.parse(readFileSync(join(all.folder, json), 'utf8')) as { subCorpus?: TrainedSubCorpus };
    };
    const vectors = { what: 'vectors', format: 'csv', model: 'skip-gram' };
    expect((await settingsOf(vectors, 'v.csv')).subCorpus).toEqual(subCorpus);
    const weights = { what: 'sequence', format: 'safetensors', sequence: 'lstm' };
    expect((await settingsOf(weights, 'w.safetensors')).subCorpus).toEqual(subCorpus);
    await rescued.close();
  });
});

describe('what is said before a training', () => {
  it('is said of the texts that are chosen: preset, vocabulary, memory, pairs', async () => {
    const [part, whole] = [
      await engine.call('model.preset', { texts: { conditions: early.conditions } }),
      await separate.call('model.preset', {}),
    ];
    expect(part).toEqual(whole);
    expect(part.warnings).toEqual(['too-small-for-vectors']);
    expect(part.tokens).toBeLessThan((await engine.call('model.preset', {})).tokens);
    const cost = (one: Engine, subCorpus?: SubCorpus) =>
      one.call('model.estimate', {
        settings,
        texts: subCorpus === undefined ? 'all' : { conditions: subCorpus.conditions },
      });
    const { seconds, ...estimate } = await cost(engine, early);
    const { seconds: apart, ...expected } = await cost(separate);
    expect(estimate).toEqual(expected);
    expect([seconds, apart].every((time) => time! > 0)).toBe(true);
    const pairs = await engine.call('model.pairs', {
      sentence: 'the telegraph and the dog',
      settings: { ...settings, subsample: 0 },
      texts: { conditions: early.conditions },
    });
    expect(pairs.tokens.map(({ known }) => known)).toEqual([true, false, true, true, true]);
    const network = await engine.call('sequence.estimate', {
      settings: recurrent,
      texts: { conditions: early.conditions },
    });
    const { seconds: time, ...sizes } = await separate.call('sequence.estimate', { settings: recurrent });
    expect(network).toMatchObject(sizes);
    expect(time).toBeGreaterThan(0);
  });

  it.each([
    ['a date between two others', [{ field: 'year', from: '1834', to: '1836' }], 2],
    ['a number', [{ field: 'pages', from: '100', to: '150' }], 6],
    ['one of some texts', [{ field: 'genre', values: ['letter'] }], 3],
    [
      'all of several',
      [
        { field: 'genre', values: ['letter'] },
        { field: 'pages', from: '140' },
      ],
      2,
    ],
    ['nothing', [], 12],
  ])('finds the texts by %s', async (_, conditions, documents) => {
    expect(await engine.call('model.preset', { texts: { conditions } })).toMatchObject({ documents });
  });

  it('refuses a sub-corpus without texts, and says why it has none', async () => {
    const none = { name: 'Ancient', conditions: [{ field: 'year', to: '1200' }] };
    const misspelt = { conditions: [{ field: 'yaer', to: '1850' }] };
    await engine.call('corpus.setSubCorpora', { subCorpora: [early, none] });
    for (const method of ['model.train', 'sequence.train', 'model.estimate', 'sequence.estimate'] as const) {
      await expect(engine.call(method, { settings, texts: { subCorpus: 'Ancient' } })).rejects.toMatchObject({
        code: 'E_SUB_CORPUS_EMPTY',
        details: { name: 'Ancient', where: 'year=..1200' },
      });
    }
    await engine.call('corpus.setSubCorpora', { subCorpora: [early] });
    await expect(engine.call('model.preset', { texts: misspelt })).rejects.toMatchObject({
      code: 'E_SUB_CORPUS_EMPTY',
      details: { where: 'yaer=..1850', field: 'yaer' },
    });
  });

  it('takes word vectors of the same texts as inputs, and says where there are none', async () => {
    await engine.call('model.train', { name: 'late', settings, texts: { conditions: late.conditions } });
    const parentOf = async (subCorpus?: SubCorpus) => {
      const given = subCorpus === undefined ? {} : { texts: { conditions: subCorpus.conditions } };
      const preset = await engine.call('sequence.preset', given);
      return [preset.settings.parent, preset.warnings.includes('vectors-of-other-texts')];
    };
    expect(await parentOf(late)).toEqual(['late', false]);
    expect(await parentOf(early)).toEqual(['count', false]);
    // Nothing was trained on all texts yet.
    expect(await parentOf()).toEqual(['late', true]);
    await engine.call('model.train', { name: 'whole', settings });
    await engine.call('model.train', {
      name: 'late again',
      settings,
      texts: { conditions: late.conditions },
    });
    expect(await parentOf()).toEqual(['whole', false]);
    expect(await parentOf({ name: 'Letters', conditions: [{ field: 'genre', values: ['letter'] }] })).toEqual(
      ['late again', true],
    );
    for (const model of ['late', 'whole', 'late again']) await engine.call('model.delete', { model });
  });
});

describe('what a model of a sub-corpus answers', () => {
  it('counts words in its own texts, and the texts among these that have them', async () => {
    const ask = { word: 'dog', model: 'skip-gram', top: 40 };
    const part = await engine.call('search.neighbours', ask);
    expect(part).toEqual(await separate.call('search.neighbours', ask));
    expect(Math.max(...part.neighbours.map(({ documents }) => documents!))).toBe(6);
  });

  it('says of its own texts why it does not know a word', async () => {
    await engine.call('model.train', {
      name: 'five',
      settings: { ...settings, minCount: 5 },
      texts: { conditions: early.conditions },
    });
    const failure = (word: string) =>
      engine.call('search.neighbours', { word, model: 'five' }).catch((error: unknown) => error);
    expect(await failure('quill')).toMatchObject({
      code: 'E_WORD_RARE',
      details: { count: 3, minCount: 5, texts: 'Early' },
    });
    expect(await failure('Telegraph')).toMatchObject({
      code: 'E_WORD_UNKNOWN',
      details: { texts: 'Early', elsewhere: 12 },
    });
    const nowhere = (await failure('zebra')) as { readonly details: object };
    expect(nowhere).toMatchObject({ code: 'E_WORD_UNKNOWN' });
    expect(nowhere.details).not.toHaveProperty('texts');
    await engine.call('model.delete', { model: 'five' });
  });

  it('finds the places of its units and states in its own texts, and sentences where it is told to', async () => {
    const byName = (lines: readonly { readonly document: string; readonly position: number }[]) =>
      lines.map(({ document, position }) => `${document} ${position}`);
    const unit = { unit: 3, model: 'lstm', limit: 50 };
    expect(byName((await engine.call('sequence.unit', unit)).lines)).toEqual(
      byName((await separate.call('sequence.unit', unit)).lines),
    );
    const span = { sentence: 'The dog ate the bread', from: 2, to: 3, model: 'lstm', limit: 20 };
    expect(byName((await engine.call('sequence.similar', span)).lines)).toEqual(
      byName((await separate.call('sequence.similar', span)).lines),
    );
    const texts = { conditions: early.conditions };
    const sentences = { order: 'most', model: 'lstm', limit: 30 } as const;
    const own = await engine.call('sequence.sentences', { ...sentences, texts });
    const apart = await separate.call('sequence.sentences', sentences);
    expect(own.total).toBe(apart.total);
    expect(byName(own.rows)).toEqual(byName(apart.rows));
    // How surprising later letters are to it is worth knowing, too.
    const everywhere = await engine.call('sequence.sentences', { ...sentences, limit: 2000 });
    expect(everywhere.total).toBeGreaterThan(own.total);
    const later = everywhere.rows.filter(({ document }) => document.includes('_186'));
    expect(later.length).toBeGreaterThan(0);
    expect(later.every(({ trained, heldOut }) => !trained && !heldOut)).toBe(true);
    expect(own.rows.every(({ trained, heldOut }) => trained !== heldOut)).toBe(true);
    expect(await engine.call('sequence.sentences', { ...sentences, texts: { documents: [] } })).toMatchObject(
      {
        total: 0,
      },
    );
  });

  it('stands beside one of other texts, each with the words that it knows', async () => {
    await engine.call('model.train', { name: 'late', settings, texts: { conditions: late.conditions } });
    const words = ['dog', 'Telegraph', 'rome'];
    const vectors = (model: string) => engine.call('search.vectors', { words, model, knownOnly: true });
    expect(await vectors('late')).toMatchObject({ words: ['dog', 'telegraph', 'rome'], unknown: [] });
    const part = await vectors('skip-gram');
    expect(part).toMatchObject({ words: ['dog', 'rome'], unknown: ['Telegraph'] });
    expect(part.values).toHaveLength(2 * settings.dimensions);
    const none = { words: ['telegraph'], model: 'skip-gram', knownOnly: true };
    await expect(engine.call('search.vectors', none)).rejects.toMatchObject({ code: 'E_WORD_UNKNOWN' });

    await engine.call('sequence.train', {
      name: 'late lstm',
      settings: { ...recurrent, cell: 'lstm', embeddings: 'learned' },
      texts: { conditions: late.conditions },
    });
    const states = (model: string) =>
      engine.call('sequence.states', { sentence: 'The telegraph and a quill', model });
    const [before, after] = [await states('lstm'), await states('late lstm')];
    expect(before.tokens.map(({ word }) => word)).toEqual(after.tokens.map(({ word }) => word));
    expect(before.tokens.map(({ known }) => known)).toEqual([true, true, false, true, true, true]);
    expect(after.tokens.every(({ known }) => known)).toBe(true);
  });

  it('grows old when other texts fulfil its conditions, and not for the sake of others', async () => {
    const stale = async () => {
      const { models } = await engine.call('project.info', {});
      const networks = await engine.call('sequence.list', {});
      return [models.find(({ name }) => name === 'skip-gram')!.stale, networks[0]!.stale];
    };
    const { rows } = await engine.call('corpus.documents', {});
    const [first, second] = rows.map(({ id }) => id) as [number, number];
    await engine.call('corpus.setMetadata', { texts: { documents: [first] }, field: 'year', value: 1901 });
    expect(await stale()).toEqual([true, true]);
    await engine.call('corpus.setMetadata', { texts: { documents: [first] }, field: 'year', value: 1830 });
    expect(await stale()).toEqual([false, false]);
    await engine.call('corpus.removeDocuments', { texts: { documents: [second] } });
    expect(await stale()).toEqual([false, false]);
    await engine.call('corpus.removeDocuments', { texts: { documents: [first] } });
    expect(await stale()).toEqual([true, true]);
  });
});

it('takes nothing from a file for a sub-corpus that Firth would not have written', () => {
  const stored = { name: 'x', conditions: [], documents: 1, tokens: 2, digest: 'a'.repeat(64) };
  expect(subCorpusOf({ history: { loss: [], subCorpus: stored } })).toEqual(stored);
  for (const history of [
    null,
    7,
    'text',
    {},
    { subCorpus: 'all' },
    { subCorpus: { ...stored, conditions: [{ field: 7 }] } },
    { subCorpus: { ...stored, digest: '../../x' } },
    { subCorpus: { ...stored, tokens: -1 } },
    { subCorpus: { ...stored, conditions: Array.from({ length: 101 }, () => ({ field: 'a' })) } },
  ])
    expect(subCorpusOf({ history })).toBeNull();
});
