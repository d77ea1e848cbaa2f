import { resolve } from 'node:path';
import { measures, type Neighbour } from '../../contract/search.ts';
import { inColumns } from '../columns.ts';
import { given, UsageError, type Arguments, type Command, type CommandContext } from '../command.ts';

const ranked = {
  model: { type: 'string' },
  measure: { type: 'string' },
  raw: { type: 'boolean' },
  top: { type: 'string' },
  'min-occurrences': { type: 'string' },
} as const;

export const neighboursCommand: Command = {
  usage: 'P WORD',
  summary: 'The words nearest to a word',
  words: [2, 2],
  options: ranked,
  async run(context, args) {
    await open(context, args);
    const answer = await context.call('search.neighbours', { word: args.word(1), ...ranking(args) });
    return { json: answer, human: neighbourTable(answer.neighbours) };
  },
};

export const analogyCommand: Command = {
  usage: 'P --positive king,woman --negative man',
  summary: 'Words that solve an analogy, with the baseline “simply nearest”',
  words: [1, 1],
  options: {
    model: ranked.model,
    top: ranked.top,
    'min-occurrences': ranked['min-occurrences'],
    positive: { type: 'string' },
    negative: { type: 'string' },
    method: { type: 'string' },
  },
  async run(context, args) {
    const positive = args.list('positive');
    if (positive.length === 0) throw new UsageError('--positive takes at least one word');
    await open(context, args);
    const answer = await context.call(
      'search.analogy',
      given({
        positive,
        negative: args.list('negative'),
        method: args.choice('method', ['add', 'mul']),
        model: args.text('model'),
        top: args.count('top'),
        minCount: args.count('min-occurrences'),
      }),
    );
    const nearest = answer.baseline.slice(0, 3).map((one) => one.word);
    const human = `${neighbourTable(answer.neighbours)}\nSimply nearest to ${positive.slice(-1).join('')}: ${nearest.join(', ')}`;
    return { json: answer, human };
  },
};

export const oddCommand: Command = {
  usage: 'P WORD WORD WORD…',
  summary: 'The word that fits the others least',
  words: [3, Number.MAX_SAFE_INTEGER],
  options: { model: ranked.model },
  async run(context, args) {
    await open(context, args);
    const answer = await context.call(
      'search.odd',
      given({ words: args.words.slice(1), model: args.text('model') }),
    );
    const rows = answer.scores.map(({ word, score }) => [word, score.toFixed(3)]);
    const table = inColumns([{ title: 'word' }, { title: 'to the mean', align: 'right' }], rows);
    return { json: answer, human: `${answer.word}\n\n${table}` };
  },
};

export const similarityCommand: Command = {
  usage: 'P WORD WORD',
  summary: 'How alike two words are',
  words: [3, 3],
  options: { model: ranked.model, measure: ranked.measure, raw: ranked.raw },
  async run(context, args) {
    await open(context, args);
    const answer = await context.call('search.similarity', {
      first: args.word(1),
      second: args.word(2),
      ...comparison(args),
    });
    return { json: answer, human: answer.score.toFixed(6) };
  },
};

export const predictCommand: Command = {
  usage: 'P --left "…" [--right "…"]',
  summary: 'Words that fit the slot between two contexts, with probabilities',
  words: [1, 1],
  options: { model: ranked.model, top: ranked.top, left: { type: 'string' }, right: { type: 'string' } },
  async run(context, args) {
    const left = args.text('left') ?? '';
    const right = args.text('right') ?? '';
    if (left === '' && right === '') throw new UsageError('--left or --right is needed');
    await open(context, args);
    const answer = await context.call(
      'search.predict',
      given({ left, right, top: args.count('top'), model: args.text('model') }),
    );
    const rows = answer.predictions.map(({ word, probability }) => [word, probability.toPrecision(3)]);
    const unknown = answer.unknown.length > 0 ? `\nNot in the model: ${answer.unknown.join(', ')}` : '';
    const table = inColumns([{ title: 'fits this slot' }, { title: 'probability', align: 'right' }], rows);
    return { json: answer, human: table + unknown };
  },
};

export const evaluateCommand: Command = {
  usage: 'P --analogies FILE | --pairs FILE',
  summary: 'Score a model on an analogy or word-pair file',
  words: [1, 1],
  options: {
    model: ranked.model,
    analogies: { type: 'string' },
    pairs: { type: 'string' },
    restrict: { type: 'string' },
    method: { type: 'string' },
  },
  async run(context, args) {
    const analogies = args.text('analogies');
    const pairs = args.text('pairs');
    if ((analogies === undefined) === (pairs === undefined))
      throw new UsageError('either --analogies or --pairs is needed');
    await open(context, args);
    const model = args.text('model');
    if (pairs !== undefined) {
      const answer = await context.call('evaluate.pairs', given({ file: { path: resolve(pairs) }, model }));
      const human = `Pearson ${answer.pearson.toFixed(4)}, Spearman ${answer.spearman.toFixed(4)}, ${answer.pairs} pairs, coverage ${share(answer.coverage)}`;
      return { json: answer, human };
    }
    const answer = await context.call(
      'evaluate.analogies',
      given({
        file: { path: resolve(analogies ?? '') },
        restrict: args.count('restrict') ?? 30_000,
        method: args.choice('method', ['add', 'mul']),
        model,
      }),
    );
    const rows = answer.sections.map(({ name, correct, total }) => [
      name,
      String(correct),
      String(total),
      share(correct / total),
    ]);
    const table = inColumns(
      [
        { title: 'section' },
        { title: 'correct', align: 'right' },
        { title: 'questions', align: 'right' },
        { title: '', align: 'right' },
      ],
      rows,
    );
    const sum = `${answer.correct} of ${answer.total} (${share(answer.correct / answer.total)}), coverage ${share(answer.coverage)}`;
    return { json: answer, human: `${table}\n${sum}` };
  },
};

async function open(context: CommandContext, args: Arguments): Promise<void> {
  await context.call('project.open', { file: { path: resolve(args.word(0)) }, readOnly: true });
}

function comparison(args: Arguments) {
  return given({
    model: args.text('model'),
    measure: args.choice('measure', measures),
    raw: args.flag('raw') || undefined,
  });
}

function ranking(args: Arguments) {
  return given({ ...comparison(args), top: args.count('top'), minCount: args.count('min-occurrences') });
}

function neighbourTable(neighbours: readonly Neighbour[]): string {
  const rows = neighbours.map(({ word, score, count, documents }) => [
    word,
    score.toFixed(4),
    String(count),
    documents === null ? '–' : String(documents),
  ]);
  return inColumns(
    [
      { title: 'word' },
      { title: 'score', align: 'right' },
      { title: 'count', align: 'right' },
      { title: 'documents', align: 'right' },
    ],
    rows,
  );
}

function share(value: number): string {
  return Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '–';
}
