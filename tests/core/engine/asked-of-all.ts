import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Method } from '../../../core/contract/contract.ts';
import { AppError } from '../../../core/contract/errors.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import type { SmallPlace } from './small-engine.ts';

const sentence = ['the', 'cat', 'ate', 'the', 'bread', 'near', 'the', 'barn'];
const tags = ['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'ADP', 'DET', 'NOUN'];

const conllu = (id: string, times: number) =>
  `# newdoc id = ${id}\n` +
  Array.from({ length: times }, (_, number) => {
    const words = sentence.map((word, at) => (at === 1 && number % 2 === 1 ? 'dog' : word));
    const rows = words.map((word, at) => `${at + 1}\t${word}\t${word}\t${tags[at]}\t_\t_\t0\troot\t_\t_`);
    return `# sent_id = ${id}-${number}\n# speaker = ${number % 3}\n${rows.join('\n')}\n\n`;
  }).join('');

const subtitles = Array.from(
  { length: 12 },
  (_, at) =>
    `${at + 1}\n00:00:${10 + at},000 --> 00:00:${10 + at},900\nA hungry goat saw the cat in Rome.\n\n`,
).join('');

/** A saved project with rows in every table, made by calls alone. */
export async function projectWithAll(place: SmallPlace): Promise<void> {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '1900.conllu'), conllu('one', 40));
  writeFileSync(join(folder, '1950.conllu'), conllu('two', 25));
  writeFileSync(join(folder, '1990.srt'), subtitles);
  writeFileSync(join(folder, 'empty.txt'), '');
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', { files: [{ path: folder }], metadataPattern: '{year}' });
  await engine.call('corpus.setDictionary', {
    dictionary: { words: ['hungry goat'], splits: [['the', 'cat']] },
  });
  await engine.call('corpus.setFieldKind', { field: 'year', kind: 'number' });
  await engine.call('corpus.setSubCorpora', {
    subCorpora: [{ name: 'old', conditions: [{ field: 'year', to: '1950' }] }],
  });
  const settings = { dimensions: 8, epochs: 2, minCount: 1, window: 2, mode: 'reproducible' } as const;
  await engine.call('model.train', { name: 'one', settings, watched: ['cat', 'dog'] });
  await engine.call('model.train', { name: 'other', settings: { ...settings, seed: 2 } });
  await engine.call('study.run', { model: 'one', runs: 2 });
  const network = { cell: 'rnn', hidden: 8, minCount: 1, epochs: 1, embeddings: 'learned' } as const;
  await engine.call('sequence.train', { name: 'recurrent', settings: network });
  await engine.call('lists.set', { name: 'pets', words: ['cat', 'dog'], counts: 'texts' });
  await engine.call('savedQueries.save', { name: 'cats', query: '[upos="NOUN"] "ate"', language: 'cql' });
  await engine.call('notes.set', { document: 1, position: 1, category: 'animal', note: 'which one?' });
  await engine.call('project.close', { save: true });
}

export type Asked = readonly [Method, unknown];
const ask = <M extends Method>(method: M, input: Input<M>): Asked => [method, input];

/** A question of every kind that changes nothing. */
export function questionsOf(out: string): readonly Asked[] {
  const model = 'one';
  return [
    ask('project.info', {}),
    ask('corpus.reports', {}),
    ask('corpus.documents', {}),
    ask('corpus.fields', {}),
    ask('corpus.fieldValues', { field: 'year' }),
    ask('corpus.layers', {}),
    ask('corpus.subCorpora', {}),
    ask('corpus.textChoices', {}),
    ask('corpus.matching', { conditions: [{ field: 'year', from: '1900', to: '1960' }] }),
    ask('corpus.cutting', {}),
    ask('corpus.words', {}),
    ask('corpus.words', { layer: 'upos' }),
    ask('corpus.words', { texts: { subCorpus: 'old' }, sort: 'dispersion' }),
    ask('corpus.phrases', { minCount: 2 }),
    ask('corpus.stopWords', { language: 'en' }),
    ask('lines.concordance', { word: 'cat', sort: [-1, 1] }),
    ask('lines.context', { document: 1, position: 9 }),
    ask('lines.collocates', { word: 'cat' }),
    ask('lines.collocates', { word: 'cat', layer: 'lemma', within: 's' }),
    ask('lines.network', { words: ['cat', 'dog'] }),
    ask('query.lines', { query: '[upos="NOUN"] "ate"', language: 'cql' }),
    ask('query.lines', { query: '<s> "the"', language: 'cql', context: 'sentence' }),
    ask('query.lines', { query: '$pets', sort: [1], show: 'all' }),
    ask('query.distribution', { query: 'cat', by: 'year' }),
    ask('query.distribution', { query: 'cat', by: 'R1:upos' }),
    ask('query.strips', { query: 'cat' }),
    ask('query.attributes', {}),
    ask('query.keywords', { target: { subCorpus: 'old' }, minimum: 1 }),
    ask('query.ngrams', { n: 3, minimum: 2 }),
    ask('word.page', { word: 'cat' }),
    ask('word.trends', { words: ['cat', 'dog'] }),
    ask('notes.list', {}),
    ask('lists.list', {}),
    ask('lists.show', { name: 'pets' }),
    ask('savedQueries.list', {}),
    ask('model.list', {}),
    ask('model.methods', { model }),
    ask('model.estimate', {}),
    ask('model.preset', {}),
    ask('learning.steps', { model }),
    ask('learning.matrix', { model }),
    ask('learning.paths', { model }),
    ask('search.neighbours', { model, word: 'cat' }),
    ask('search.analogy', { model, positive: ['cat', 'bread'], negative: ['dog'] }),
    ask('search.similarity', { model, first: 'cat', second: 'dog' }),
    ask('search.why', { model, first: 'cat', second: 'dog' }),
    ask('search.matrix', { model, words: ['cat', 'dog', 'bread'] }),
    ask('search.vectors', { model, words: ['cat'] }),
    ask('search.predict', { model, left: 'the', right: 'ate' }),
    ask('contrast.models', { word: 'cat', models: ['one', 'other'] }),
    ask('contrast.axis', { positive: ['cat'], negative: ['bread'] }),
    ask('map.words', { model }),
    ask('map.runs', { model }),
    ask('study.list', {}),
    ask('study.cost', { model }),
    ask('sequence.list', {}),
    ask('sequence.predict', { text: 'the cat ate' }),
    ask('sequence.surprisal', { text: 'the cat ate the bread .' }),
    ask('sequence.states', { sentence: 'the cat ate' }),
    ask('sequence.sentences', { minWords: 1 }),
    ask('sequence.unit', { unit: 0 }),
    ask('exchange.export', {
      what: 'vectors',
      format: 'word2vec-binary',
      model,
      target: { path: join(out, 'v.bin') },
    }),
    ask('exchange.export', { what: 'frequencies', format: 'tsv', target: { path: join(out, 'f.tsv') } }),
    ask('exchange.lines', { query: 'cat', format: 'csv', target: { path: join(out, 'l.csv') } }),
    ask('project.digest', {}),
  ];
}

/** What changes the project, in an order in which each can be done. */
export const changes: readonly Asked[] = [
  ask('corpus.setMetadata', { field: 'place', value: 'Rome', texts: 'all' }),
  ask('notes.set', { document: 2, position: 1, note: 'new' }),
  ask('lists.set', { name: 'more', words: ['bread'] }),
  ask('model.rename', { model: 'one', name: 'first' }),
  ask('corpus.removeDocuments', { texts: { documents: [3] } }),
  ask('corpus.recut', { tokens: { punctuation: 'keep' } }),
  ask('model.delete', { model: 'other' }),
  ask('project.save', {}),
];

/** An answer as a text that can be compared, or the code it was refused with. */
export async function answered(engine: Engine, [method, input]: Asked): Promise<string> {
  try {
    const answer: unknown = await engine.call(method, input as never);
    return JSON.stringify(answer, (_, value: unknown) => {
      if (ArrayBuffer.isView(value)) return [...(value as Float32Array)];
      if (typeof value === 'number' && !Number.isFinite(value)) return `no number: ${value}`;
      return value;
    });
  } catch (thrown) {
    if (thrown instanceof AppError)
      return `${thrown.code} ${thrown.code === 'E_INTERNAL' ? causeOf(thrown) : ''}`;
    return `E_INTERNAL ${String(thrown)}`;
  }
}

const causeOf = (thrown: Error) =>
  thrown.cause instanceof Error ? (thrown.cause.stack ?? '').slice(0, 600) : String(thrown.cause);
