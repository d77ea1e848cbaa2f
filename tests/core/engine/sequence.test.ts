import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import type { SequenceProgress, SequenceResult } from '../../../core/contract/sequence.ts';
import { smallSentences } from '../../fixtures/small-language.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

// A project with word vectors and two recurrent models over them, asked everything that can be asked.
const place = smallPlace();
let engine: Engine;
let lstm: SequenceResult;
let rnn: SequenceResult;
const progress: SequenceProgress[] = [];
const settings = { hidden: 16, epochs: 2, minCount: 2, batch: 8, steps: 10, rate: 0.01, dropout: 0 };
const sentence = 'Anna travelled to Paris by train';

beforeAll(async () => {
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, smallSentences(join(place.folder, 'texts')));
  await engine.call('project.save', {});
  await engine.call('model.train', {
    name: 'vectors',
    settings: { dimensions: 12, minCount: 2, epochs: 3, subsample: 0 },
  });
  lstm = await engine.call(
    'sequence.train',
    { settings: { ...settings, cell: 'lstm', embeddings: 'tuned', layers: 2 } },
    { onProgress: (one) => progress.push(one) },
  );
  rnn = await engine.call('sequence.train', { settings: { ...settings, cell: 'rnn' } });
}, 120_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

describe('training a recurrent model', () => {
  it('takes the word vectors as inputs and keeps whole texts from training', () => {
    expect(lstm).toMatchObject({ name: 'lstm 1', parentThere: true, stale: false });
    expect(lstm.settings).toMatchObject({ parent: 'vectors', dimensions: 12, embeddings: 'tuned' });
    expect(rnn).toMatchObject({ name: 'rnn 1', settings: { embeddings: 'frozen' } });
    expect(lstm.heldOutTexts.count).toBe(1);
    expect(lstm.heldOutTexts.first[0]).toMatch(/^19\d\d\.txt$/);
    expect(lstm.heldOutTokens).toBeGreaterThan(1000);
    expect(lstm.trainTokens).toBeGreaterThan(5 * lstm.heldOutTokens);
  });

  it('beats models that only count on texts whose order repeats', () => {
    for (const { baselines, heldOutPerplexity } of [lstm, rnn]) {
      expect(heldOutPerplexity).toHaveLength(2);
      expect(baselines.bigram).toBeLessThan(baselines.unigram);
      expect(heldOutPerplexity.at(-1)).toBeLessThan(baselines.unigram);
    }
    expect(lstm.baselines).toEqual(rnn.baselines);
  });

  it('says how far it has come, with the baselines once they are counted', () => {
    const phases = [...new Set(progress.map(({ phase }) => phase))];
    expect(phases).toEqual(expect.arrayContaining(['counting', 'training', 'saving']));
    const training = progress.filter(({ phase }) => phase === 'training');
    expect(training.every(({ baselines }) => baselines?.bigram === lstm.baselines.bigram)).toBe(true);
    training.slice(1).forEach(({ done }, at) => expect(done).toBeGreaterThanOrEqual(training[at]!.done));
    expect(training.at(-1).total).toBe(lstm.trainTokens * 2);
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const train = (seed: number) =>
      engine.call('sequence.train', { settings: { ...settings, cell: 'rnn', hidden: 8, epochs: 1, seed } });
    const [first, second, other] = [await train(1), await train(1), await train(2)];
    expect(second.sha256).toBe(first.sha256);
    expect(other.sha256).not.toBe(first.sha256);
    for (const { name } of [first, second, other]) await engine.call('sequence.delete', { model: name });
  });

  it('says beforehand what it will take', async () => {
    const estimate = await engine.call('sequence.estimate', { settings: { ...settings, cell: 'rnn' } });
    expect(estimate).toMatchObject({
      vocabulary: rnn.vocabulary,
      trainTokens: rnn.trainTokens,
      heldOutTokens: rnn.heldOutTokens,
      parameters: rnn.parameters,
    });
    expect(estimate.keptShare).toBeGreaterThan(0.95);
    expect(estimate.seconds).toBeCloseTo(rnn.seconds, 5);
    expect(estimate.bytes).toBeGreaterThan(4 * rnn.parameters);
  });

  it('has presets over the newest word vectors', async () => {
    const preset = await engine.call('sequence.preset', { cell: 'rnn' });
    expect(preset.settings).toMatchObject({ cell: 'rnn', parent: 'vectors', dimensions: 12 });
    expect(preset.tokens).toBeGreaterThan(10_000);
    await expect(engine.call('sequence.preset', { parent: 'nobody' })).rejects.toMatchObject({
      code: 'E_PARENT_MISSING',
    });
  });

  it('is one at a time, and leaves nothing when it is given up', async () => {
    const stop = new AbortController();
    const running = engine.call(
      'sequence.train',
      { settings: { ...settings, epochs: 1000 } },
      { signal: stop.signal, onProgress: ({ phase }) => phase === 'training' && stop.abort() },
    );
    for (const method of ['sequence.train', 'model.train'] as const)
      await expect(engine.call(method, { settings: {} })).rejects.toMatchObject({
        code: 'E_REQUEST_INVALID',
      });
    await expect(running).rejects.toMatchObject({ code: 'E_CANCELLED' });
    const info = await engine.call('project.info', {});
    expect(info.resumable).toBeNull();
    expect(info.resumableKind).toBeNull();
    expect(await engine.call('sequence.list', {})).toHaveLength(2);
  });

  it('can be stopped and kept', async () => {
    const kept = await engine.call(
      'sequence.train',
      { name: 'kept', settings: { ...settings, cell: 'rnn', epochs: 1000 } },
      {
        onProgress: ({ phase, done }) => {
          if (phase === 'training' && done > 0)
            void engine.call('model.stopAndKeep', {}).catch(() => undefined);
        },
      },
    );
    expect(kept.heldOutPerplexity.length).toBeLessThan(1000);
    expect(kept.heldOutPerplexity.length).toBeGreaterThan(0);
    await engine.call('sequence.delete', { model: 'kept' });
  });
});

describe('a recurrent model', () => {
  it('says what comes next, with probabilities over its whole vocabulary', async () => {
    const { predictions, tokens } = await engine.call('sequence.predict', {
      text: 'The cat slept. Anna travelled to',
      model: 'lstm 1',
      top: 10_000,
    });
    expect(predictions).toHaveLength(lstm.vocabulary);
    expect(predictions.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 3);
    expect(tokens.map(({ word }) => word)).toEqual([
      ...['<eos>', 'the', 'cat', 'slept', '<eos>', 'anna', 'travelled', 'to'],
    ]);
    expect(tokens.find(({ word }) => word === 'slept')?.known).toBe(false);
  });

  it.each(['lstm 1', 'rnn 1'])('shows states and gates of a sentence (%s)', async (model) => {
    const states = await engine.call('sequence.states', { sentence, model, top: 3 });
    const { parts, layers, hidden, tokens, values, next, gradientNorms, endBits } = states;
    expect(tokens.map(({ word }) => word)).toEqual([
      '<eos>',
      'anna',
      'travelled',
      'to',
      'paris',
      'by',
      'train',
    ]);
    expect(parts).toEqual(
      model === 'rnn 1' ? ['hidden'] : ['hidden', 'input', 'forget', 'output', 'candidate', 'cell'],
    );
    expect(values).toHaveLength(parts.length * layers * tokens.length * hidden);
    const size = layers * tokens.length * hidden;
    parts.forEach((part, at) => {
      const some = values.subarray(at * size, (at + 1) * size);
      const gate = ['input', 'forget', 'output'].includes(part);
      if (part === 'cell') return;
      for (const value of some) {
        expect(value).toBeGreaterThanOrEqual(gate ? 0 : -1);
        expect(value).toBeLessThanOrEqual(1);
      }
    });
    expect(next.map((list) => list.length)).toEqual(tokens.map(() => 3));
    expect(gradientNorms).toHaveLength(tokens.length - 1);
    for (const norm of gradientNorms) expect(norm).toBeGreaterThan(0);
    const surprisal = await engine.call('sequence.surprisal', { text: sentence, model });
    expect(surprisal.tokens.slice(0, -1)).toEqual(
      tokens.map(({ word, known, bits }) => ({
        word,
        known,
        bits: bits === null ? null : (expect.closeTo(bits, 3) as number),
      })),
    );
    expect(surprisal.tokens.at(-1)).toEqual({
      word: '<eos>',
      known: true,
      bits: expect.closeTo(endBits, 3) as number,
    });
    expect(surprisal.perplexity).toBeCloseTo(2 ** surprisal.bitsPerWord, 6);
  });

  it('orders the sentences of the corpus, and a sentence costs what it costs when it is typed', async () => {
    const ask = (order: 'most' | 'least', offset = 0) =>
      engine.call('sequence.sentences', { model: 'rnn 1', order, offset, limit: 5 });
    const [most, least] = [await ask('most'), await ask('least')];
    expect(most.total).toBe(least.total);
    expect(most.rows[0]!.bitsPerWord).toBeGreaterThan(least.rows[0]!.bitsPerWord);
    const again = await ask('most', 2);
    expect(again.rows.slice(0, 3)).toEqual(most.rows.slice(2));
    const [dearest] = most.rows;
    const typed = await engine.call('sequence.surprisal', { model: 'rnn 1', text: dearest!.text });
    expect(dearest!.bitsPerWord).toBeCloseTo(typed.bitsPerWord, 3);
    expect(dearest!.words).toBe(typed.tokens.length - 2);
  });

  it('knows which sentences it was trained on', async () => {
    const { rows, total } = await engine.call('sequence.sentences', {
      model: 'rnn 1',
      order: 'most',
      heldOutOnly: true,
      limit: 10_000,
    });
    expect(total).toBe(rows.length);
    expect(new Set(rows.map(({ document }) => document))).toEqual(new Set(rnn.heldOutTexts.first));
    expect(rows.every(({ trained }) => !trained)).toBe(true);
  });

  it('measures the held-out texts as its training did', async () => {
    const target = join(place.folder, 'surprisal.csv');
    const { rows } = await engine.call('exchange.export', {
      what: 'surprisal',
      format: 'csv',
      target: { path: target },
      sequence: 'rnn 1',
    });
    const [head, ...lines] = readFileSync(target, 'utf8').trimEnd().split('\n');
    expect(head).toBe('document,sentence,position,word,known,bits,held_out,trained');
    expect(lines).toHaveLength(rows);
    const cells = lines.map((line) => line.split(','));
    const heldOut = cells.filter((row) => row[6] === '1').map((row) => Number(row[5]));
    const perplexity = 2 ** (heldOut.reduce((sum, bits) => sum + bits, 0) / heldOut.length);
    expect(perplexity).toBeCloseTo(rnn.heldOutPerplexity.at(-1)!, 2);
    expect(cells.filter((row) => row[3] === '<eos>').every((row) => row[2] === '')).toBe(true);
  });

  it('draws text from a seed', async () => {
    const draw = (seed: number) =>
      engine.call('sequence.sample', { model: 'lstm 1', words: 12, seed, start: 'the cat' });
    const first = await draw(1);
    expect(first.tokens.filter(({ word }) => word !== '<eos>')).toHaveLength(12);
    expect(await draw(1)).toEqual(first);
    expect((await draw(2)).text).not.toBe(first.text);
  });

  it('leads a unit back to its places', async () => {
    const ask = (lowest: boolean) =>
      engine.call('sequence.unit', { model: 'rnn 1', unit: 3, lowest, limit: 5, width: 3 });
    const [highest, lowest] = [await ask(false), await ask(true)];
    expect(highest.lines).toHaveLength(5);
    expect(highest.lines[0]!.score).toBeGreaterThan(lowest.lines[0]!.score);
    for (const { document, left, node, right } of highest.lines) {
      const text = readFileSync(join(place.folder, 'texts', document), 'utf8').replace(/\s+/g, ' ');
      expect(text).toContain(left + node + right);
    }
  });

  it('finds the places whose states are like those of a span', async () => {
    const { lines } = await engine.call('sequence.similar', {
      model: 'lstm 1',
      sentence,
      from: 2,
      to: 3,
      limit: 5,
    });
    expect(lines).toHaveLength(5);
    expect(lines[0]!.node).toBe('travelled to');
    expect(lines[0]!.score).toBeGreaterThan(0.9);
    lines.slice(1).forEach(({ score }, at) => expect(score).toBeLessThanOrEqual(lines[at]!.score));
  });

  it('is exported as safetensors with what belongs to it', async () => {
    const target = join(place.folder, 'lstm.safetensors');
    const result = await engine.call('exchange.export', {
      what: 'sequence',
      format: 'safetensors',
      target: { path: target },
      sequence: 'lstm 1',
    });
    expect(result.files).toEqual(['lstm.safetensors', 'lstm.safetensors.settings.json']);
    const bytes = readFileSync(target);
    const head = JSON.parse(bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE(0))).toString()) as Record<
      string,
      { shape: number[] }
    >;
    const entries = Object.entries(head).filter(([name]) => name !== '__metadata__');
    const V = lstm.vocabulary;
    expect(Object.fromEntries(entries.map(([name, { shape }]) => [name, shape]))).toEqual({
      'embedding.weight': [V, 12],
      ...Object.fromEntries(
        [12, 16].flatMap((inputs, layer) => [
          [`rnn.weight_ih_l${layer}`, [64, inputs]],
          [`rnn.weight_hh_l${layer}`, [64, 16]],
          [`rnn.bias_ih_l${layer}`, [64]],
          [`rnn.bias_hh_l${layer}`, [64]],
        ]),
      ),
      'output.weight': [V, 16],
      'output.bias': [V],
    });
    const about = JSON.parse(readFileSync(`${target}.settings.json`, 'utf8')) as {
      words: string[];
      sha256: string;
    };
    expect(about.words).toHaveLength(V);
    expect(about.words.slice(0, 2)).toEqual(['<unk>', '<eos>']);
    expect(about.sha256).toBe(lstm.sha256);
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['an empty text', { text: '' }, 'E_NO_WORDS'],
    ['marks alone', { text: ' … — !' }, 'E_NO_WORDS'],
    ['unknown words alone', { text: 'Zyxxy qrstv.' }, 'E_NO_WORDS'],
    ['a model that is not there', { text: 'the', model: 'nobody' }, 'E_SEQUENCE_UNKNOWN'],
    ['a word2vec model', { text: 'the', model: 'vectors' }, 'E_SEQUENCE_UNKNOWN'],
  ])('%s is refused with its reason', async (_, input, code) => {
    await expect(engine.call('sequence.predict', input)).rejects.toMatchObject({ code });
    await expect(engine.call('sequence.surprisal', input)).rejects.toMatchObject({ code });
    const { text, ...model } = input;
    await expect(engine.call('sequence.states', { sentence: text, ...model })).rejects.toMatchObject({
      code,
    });
  });

  it.each([
    [{ from: 3, to: 2 }, 'E_STEP_UNKNOWN'],
    [{ from: 0, to: 7 }, 'E_STEP_UNKNOWN'],
    [{ from: 0, to: 1, layer: 2 }, 'E_REQUEST_INVALID'],
  ])('a span %o that is not there', async (span, code) => {
    await expect(
      engine.call('sequence.similar', { model: 'lstm 1', sentence, ...span }),
    ).rejects.toMatchObject({
      code,
    });
  });

  it('units, layers and gates that a model does not have', async () => {
    for (const wrong of [{ unit: 16 }, { unit: 0, layer: 1 }, { unit: 0, part: 'forget' as const }])
      await expect(engine.call('sequence.unit', { model: 'rnn 1', ...wrong })).rejects.toMatchObject({
        code: 'E_REQUEST_INVALID',
      });
  });

  it('formats that do not fit', async () => {
    const target = { path: join(place.folder, 'nothing') };
    for (const wrong of [
      { what: 'sequence', format: 'csv' },
      { what: 'surprisal', format: 'safetensors' },
      { what: 'vectors', format: 'safetensors' },
    ] as const)
      await expect(engine.call('exchange.export', { ...wrong, target })).rejects.toMatchObject({
        code: 'E_REQUEST_INVALID',
      });
    expect(existsSync(target.path)).toBe(false);
  });

  it('texts and models that are missing', async () => {
    const empty = smallPlace();
    const other = empty.engine();
    await other.call('project.open', { file: { path: empty.project }, create: true });
    await expect(other.call('sequence.predict', { text: 'the' })).rejects.toMatchObject({
      code: 'E_NO_SEQUENCE_MODEL',
    });
    await expect(other.call('sequence.train', { settings: {} })).rejects.toMatchObject({
      code: 'E_NO_CORPUS',
    });
    await expect(other.call('sequence.estimate', { settings: {} })).rejects.toMatchObject({
      code: 'E_NO_CORPUS',
    });
    await other.close();
    empty.remove();
  });

  it('a name that is taken, and a parent that is not there', async () => {
    await expect(engine.call('sequence.train', { name: 'rnn 1', settings: {} })).rejects.toMatchObject({
      code: 'E_MODEL_NAME_TAKEN',
    });
    await expect(engine.call('sequence.train', { settings: { parent: 'nobody' } })).rejects.toMatchObject({
      code: 'E_PARENT_MISSING',
    });
    await expect(engine.call('sequence.train', { settings: {}, resume: true })).rejects.toMatchObject({
      code: 'E_NOTHING_TO_RESUME',
    });
  });
});

describe('a recurrent model whose world changes', () => {
  it('is called something else, by its list too', async () => {
    const renamed = await engine.call('sequence.rename', { model: 'lstm 1', name: 'other' });
    expect(renamed.name).toBe('other');
    await engine.call('model.rename', { model: 'vectors', name: 'inputs' });
    const [first] = await engine.call('sequence.list', {});
    expect(first).toMatchObject({ name: 'other', parentThere: true, settings: { parent: 'inputs' } });
  });

  it('goes on working when its parent is deleted', async () => {
    const before = await engine.call('sequence.predict', { model: 'other', text: 'the cat' });
    await engine.call('model.delete', { model: 'inputs' });
    const [first] = await engine.call('sequence.list', {});
    expect(first).toMatchObject({ parentThere: false });
    expect(await engine.call('sequence.predict', { model: 'other', text: 'the cat' })).toEqual(before);
    await expect(engine.call('sequence.train', { settings: { embeddings: 'frozen' } })).rejects.toMatchObject(
      { code: 'E_PARENT_MISSING' },
    );
  });

  it('survives saving and opening, bit for bit, and is stale once the texts are others', async () => {
    const before = await engine.call('sequence.states', { model: 'other', sentence });
    await engine.call('project.close', { save: true });
    await engine.call('project.open', { file: { path: place.project } });
    expect(await engine.call('sequence.states', { model: 'other', sentence })).toEqual(before);
    const { rows } = await engine.call('corpus.documents', { limit: 1 });
    await engine.call('corpus.removeDocuments', { texts: { documents: [rows[0]!.id] } });
    const list = await engine.call('sequence.list', {});
    expect(list.map(({ stale }) => stale)).toEqual([true, true]);
    const { total } = await engine.call('sequence.sentences', { model: 'other', order: 'most', minWords: 1 });
    expect(total).toBeGreaterThan(1000);
    await engine.call('sequence.delete', { model: 'other' });
    expect(await engine.call('sequence.list', {})).toHaveLength(1);
  });
});
