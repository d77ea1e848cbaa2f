import { resolve } from 'node:path';
import {
  cells,
  embeddingSources,
  optimisers,
  sequenceOutputs,
  stateParts,
  type ReadToken,
  type SequenceProgress,
  type SequenceSettings,
  type SequenceStates,
  type SequenceSummary,
} from '../../contract/sequence.ts';
import { inColumns, type Column } from '../columns.ts';
import {
  given,
  UsageError,
  type Arguments,
  type Command,
  type CommandContext,
  type CommandResult,
} from '../command.ts';
import { en as words } from '../../contract/messages/words.en.ts';
import { subCorpusOption, textsColumn, textsLine } from '../sub-corpus.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const settingOptions = {
  cell: text,
  layers: text,
  hidden: text,
  embeddings: text,
  parent: text,
  dimensions: text,
  output: text,
  samples: text,
  'min-count': text,
  'max-vocabulary': text,
  epochs: text,
  batch: text,
  steps: text,
  memory: text,
  optimiser: text,
  rate: text,
  momentum: text,
  clip: text,
  dropout: text,
  'held-out': text,
  seed: text,
  mode: text,
} as const;

type Step = (context: CommandContext, args: Arguments) => Promise<CommandResult>;

/** What stands behind `firth sequence`, in the order of the work. */
const steps: ReadonlyMap<string, Step> = new Map([
  ['train', train],
  ['models', models],
  ['predict', predict],
  ['states', states],
  ['surprisal', surprisal],
  ['sample', sample],
  ['sentences', sentences],
  ['unit', unit],
]);

export const sequenceCommand: Command = {
  usage: `${[...steps.keys()].join('|')} P …`,
  summary: 'Recurrent next-word models (RNN, LSTM) over the word vectors',
  words: [1, Number.MAX_SAFE_INTEGER],
  options: {
    ...settingOptions,
    name: text,
    preset: flag,
    where: text,
    resume: flag,
    model: text,
    top: text,
    start: text,
    words: text,
    temperature: text,
    order: text,
    'min-words': text,
    'max-words': text,
    'held-out-only': flag,
    part: text,
    layer: text,
    lowest: flag,
    width: text,
    limit: text,
    offset: text,
  },
  run(context, args) {
    const step = steps.get(args.word(0));
    if (step === undefined)
      throw new UsageError(
        `There is no “sequence ${args.word(0)}”. There are: ${[...steps.keys()].join(', ')}.`,
      );
    if (args.word(1) === '') throw new UsageError('The project is missing.');
    return step(context, args);
  },
};

const openToRead = (context: CommandContext, args: Arguments) =>
  context.call('project.open', { file: { path: resolve(args.word(1)) }, readOnly: true });

/** The one text behind P. */
function typed(args: Arguments, what: string): string {
  if (args.words.length !== 3) throw new UsageError(`${what} follows P, in quotation marks.`);
  return args.word(2);
}

function noMoreWords(args: Arguments, most: number): void {
  if (args.words.length > most) throw new UsageError('There are too many words.');
}

function chosenSettings(args: Arguments): Partial<SequenceSettings> {
  return given({
    cell: args.choice('cell', cells),
    layers: args.number('layers'),
    hidden: args.number('hidden'),
    embeddings: args.choice('embeddings', embeddingSources),
    parent: args.text('parent'),
    dimensions: args.number('dimensions'),
    output: args.choice('output', sequenceOutputs),
    samples: args.number('samples'),
    minCount: args.number('min-count'),
    maxVocabulary: args.number('max-vocabulary'),
    epochs: args.number('epochs'),
    batch: args.number('batch'),
    steps: args.number('steps'),
    memory: args.choice('memory', ['sentence', 'document']),
    optimiser: args.choice('optimiser', optimisers),
    rate: args.number('rate'),
    momentum: args.number('momentum'),
    clip: args.number('clip'),
    dropout: args.number('dropout'),
    heldOut: args.number('held-out'),
    seed: args.number('seed'),
    mode: args.choice('mode', ['reproducible', 'fast']),
  });
}

async function train(context: CommandContext, args: Arguments): Promise<CommandResult> {
  noMoreWords(args, 2);
  const chosen = chosenSettings(args);
  const texts = subCorpusOption(args);
  await context.call('project.open', { file: { path: resolve(args.word(1)) } });
  const settings = args.flag('preset') ? await withPreset(context, chosen, texts) : chosen;
  const result = await context.call(
    'sequence.train',
    given({ name: args.text('name'), ...texts, settings, resume: args.flag('resume') || undefined }),
    (progress) => context.status(progressLine(progress)),
  );
  await context.call('project.save', {});
  return { json: result, human: `${described(result)}\nsha256 of the weights ${result.sha256}` };
}

async function withPreset(
  context: CommandContext,
  chosen: Partial<SequenceSettings>,
  texts: ReturnType<typeof subCorpusOption>,
): Promise<Partial<SequenceSettings>> {
  const preset = await context.call(
    'sequence.preset',
    given({ cell: chosen.cell, parent: chosen.parent, ...texts }),
  );
  context.note(`${preset.tokens} tokens. ${words.sequencePresets[preset.reason]}`);
  for (const warning of preset.warnings) context.note(words.sequenceWarnings[warning]);
  return { ...preset.settings, ...chosen };
}

function progressLine(progress: SequenceProgress): string {
  const percent = Math.floor((100 * progress.done) / Math.max(1, progress.total));
  if (progress.phase === 'counting') return 'counting for the baselines';
  if (progress.phase !== 'training' && progress.phase !== 'measuring') return progress.phase;
  const last = progress.heldOutPerplexity.at(-1);
  return [
    `epoch ${progress.epoch} of ${progress.epochs}`,
    progress.phase === 'measuring' ? 'measuring the held-out texts' : `${percent} %`,
    `${(progress.tokensPerSecond / 1000).toFixed(1)}k tokens/s`,
    `${Math.ceil(progress.secondsLeft)} s left`,
    ...(Number.isFinite(progress.loss) ? [`loss ${progress.loss.toFixed(4)}`] : []),
    ...(progress.heldOutPerplexity.length === 0 ? [] : [`held-out perplexity ${last!.toFixed(1)}`]),
  ].join(' · ');
}

/** What a model is and how it does beside models that only count. */
function described(model: SequenceSummary): string {
  const { settings, baselines, heldOutPerplexity } = model;
  const inputs =
    settings.embeddings === 'learned'
      ? 'inputs learned from scratch'
      : `inputs from “${settings.parent}”, ${settings.embeddings === 'frozen' ? 'as they are' : 'trained on'}`;
  const rows = [
    ['unigram', baselines.unigram.toFixed(1), 'how often a word occurs, whatever stands before it'],
    ['bigram', baselines.bigram.toFixed(1), 'Kneser–Ney, one word before'],
    ['trigram', baselines.trigram.toFixed(1), 'Kneser–Ney, two words before'],
    [
      model.name,
      heldOutPerplexity.length === 0 ? '–' : heldOutPerplexity.at(-1)!.toFixed(1),
      `after each epoch: ${heldOutPerplexity.map((value) => value.toFixed(1)).join(', ')}`,
    ],
  ];
  return [
    `${model.name}: ${settings.cell} of ${settings.layers} × ${settings.hidden} units, ${model.vocabulary} words, ${model.parameters} weights, ${inputs}`,
    ...textsLine(model.subCorpus),
    `${model.trainTokens} tokens × ${Math.max(1, model.loss.length)} epochs in ${model.seconds.toFixed(1)} s (${Math.round(model.tokensPerSecond)} tokens/s); ${model.heldOutTokens} tokens of ${model.heldOutTexts.count} texts held out`,
    '',
    inColumns([{ title: 'held-out perplexity' }, { title: '', align: 'right' }, { title: '' }], rows),
  ].join('\n');
}

async function models(context: CommandContext, args: Arguments): Promise<CommandResult> {
  noMoreWords(args, 2);
  await openToRead(context, args);
  const list = await context.call('sequence.list', {});
  const rows = list.map((model) => [
    model.name,
    model.settings.cell,
    `${model.settings.layers} × ${model.settings.hidden}`,
    String(model.vocabulary),
    model.heldOutPerplexity.length === 0 ? '–' : model.heldOutPerplexity.at(-1)!.toFixed(1),
    model.baselines.bigram.toFixed(1),
    model.settings.embeddings === 'learned'
      ? 'learned'
      : `${model.settings.parent}${model.parentThere === false ? ' (deleted)' : ''}`,
    textsColumn(model.subCorpus),
    model.stale ? 'the texts have changed since' : '',
  ]);
  const human = inColumns(
    [
      { title: 'model' },
      { title: 'cell' },
      { title: 'units', align: 'right' },
      { title: 'words', align: 'right' },
      { title: 'perplexity', align: 'right' },
      { title: 'bigram', align: 'right' },
      { title: 'inputs' },
      { title: list.some(({ subCorpus }) => subCorpus !== null) ? 'texts' : '' },
      { title: '' },
    ],
    rows,
  );
  return { json: { models: list }, human: list.length > 0 ? human : 'No recurrent models yet' };
}

async function predict(context: CommandContext, args: Arguments): Promise<CommandResult> {
  const before = typed(args, 'The text');
  await openToRead(context, args);
  const answer = await context.call(
    'sequence.predict',
    given({ text: before, top: args.count('top'), model: args.text('model') }),
  );
  const rows = answer.predictions.map(({ word, probability }) => [
    word,
    probability.toPrecision(3),
    bar(probability, answer.predictions[0]!.probability),
  ]);
  const table = inColumns(
    [{ title: 'next word' }, { title: 'probability', align: 'right' }, { title: '' }],
    rows,
  );
  return { json: answer, human: `${table}${unknownNote(answer.tokens)}` };
}

async function states(context: CommandContext, args: Arguments): Promise<CommandResult> {
  const sentence = typed(args, 'The sentence');
  await openToRead(context, args);
  const { values, ...answer } = await context.call(
    'sequence.states',
    given({ sentence, top: args.count('top'), model: args.text('model') }),
  );
  const rows = answer.tokens.map((token, step) => [
    String(step),
    token.word,
    token.bits === null ? '' : token.bits.toFixed(2),
    strongest({ ...answer, values }, step)
      .map(({ unit: number, value }) => `${number}: ${value.toFixed(2)}`)
      .join('  '),
    answer.next[step]!.slice(0, 3)
      .map(({ word, probability }) => `${word} ${probability.toFixed(2)}`)
      .join('  '),
    answer.gradientNorms[answer.tokens.length - 2 - step]?.toExponential(1) ?? '',
  ]);
  const table = inColumns(
    [
      { title: 'step', align: 'right' },
      { title: 'word' },
      { title: 'bits', align: 'right' },
      { title: 'strongest units' },
      { title: 'next' },
      { title: 'gradient', align: 'right' },
    ],
    rows,
  );
  const human = `${answer.model}: ${answer.cell}, ${answer.layers} × ${answer.hidden} units\n${table}\nend of the sentence: ${answer.endBits.toFixed(2)} bits${unknownNote(answer.tokens)}`;
  // One number a cell: parts × layers × steps × hidden.
  return { json: { ...answer, values: Array.from(values) }, human };
}

/** The three units of the top layer whose hidden state is farthest from zero. */
function strongest({ values, layers, hidden, tokens }: SequenceStates, step: number) {
  const at = ((layers - 1) * tokens.length + step) * hidden;
  return Array.from(values.subarray(at, at + hidden), (value, number) => ({ unit: number, value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, 3);
}

async function surprisal(context: CommandContext, args: Arguments): Promise<CommandResult> {
  const read = typed(args, 'The text');
  await openToRead(context, args);
  const answer = await context.call('sequence.surprisal', given({ text: read, model: args.text('model') }));
  const most = Math.max(...answer.tokens.map(({ bits }) => bits ?? 0));
  const rows = answer.tokens
    .filter(({ bits }) => bits !== null)
    .map(({ word, known, bits }) => [known ? word : `[${word}]`, bits!.toFixed(2), bar(bits!, most)]);
  const table = inColumns([{ title: 'word' }, { title: 'bits', align: 'right' }, { title: '' }], rows);
  const human = `${table}\n${answer.bitsPerWord.toFixed(2)} bits per word, perplexity ${answer.perplexity.toFixed(1)}${unknownNote(answer.tokens)}`;
  return { json: answer, human };
}

async function sample(context: CommandContext, args: Arguments): Promise<CommandResult> {
  noMoreWords(args, 2);
  await openToRead(context, args);
  const start = args.text('start');
  const answer = await context.call(
    'sequence.sample',
    given({
      start,
      words: args.count('words'),
      temperature: args.number('temperature'),
      seed: args.count('seed'),
      model: args.text('model'),
    }),
  );
  return { json: answer, human: start === undefined ? answer.text : `${start} ${answer.text}` };
}

async function sentences(context: CommandContext, args: Arguments): Promise<CommandResult> {
  noMoreWords(args, 2);
  const { subCorpus } = subCorpusOption(args);
  await openToRead(context, args);
  const answer = await context.call(
    'sequence.sentences',
    given({
      order: args.choice('order', ['most', 'least']) ?? ('most' as const),
      minWords: args.count('min-words'),
      maxWords: args.count('max-words'),
      heldOutOnly: args.flag('held-out-only') || undefined,
      texts: subCorpus === undefined ? undefined : { conditions: subCorpus.conditions },
      offset: args.count('offset'),
      limit: args.count('limit') ?? 20,
      model: args.text('model'),
    }),
    (progress) => context.status(`reading the corpus ${share(progress.done, progress.total)}`),
  );
  const rows = answer.rows.map((row) => [
    row.bitsPerWord.toFixed(2),
    String(row.words),
    row.trained ? 'yes' : row.heldOut ? 'held out' : 'other text',
    row.document,
    row.text,
  ]);
  const columns: readonly Column[] = [
    { title: 'bits/word', align: 'right' },
    { title: 'words', align: 'right' },
    { title: 'trained' },
    { title: 'document' },
    { title: 'sentence' },
  ];
  return {
    json: answer,
    human: `${inColumns(columns, rows)}\n${answer.rows.length} of ${answer.total} sentences`,
  };
}

async function unit(context: CommandContext, args: Arguments): Promise<CommandResult> {
  const number = Number(typed(args, 'The number of the unit'));
  if (!Number.isSafeInteger(number) || number < 0)
    throw new UsageError(`A unit is a whole number from 0, not “${args.word(2)}”`);
  await openToRead(context, args);
  const answer = await context.call(
    'sequence.unit',
    given({
      unit: number,
      layer: args.count('layer'),
      part: args.choice('part', stateParts),
      lowest: args.flag('lowest') || undefined,
      width: args.count('width'),
      limit: args.count('limit'),
      model: args.text('model'),
    }),
    (progress) => context.status(`reading the corpus ${share(progress.done, progress.total)}`),
  );
  const rows = answer.lines.map((line) => [
    line.score.toFixed(3),
    line.document,
    line.left,
    line.node,
    line.right,
  ]);
  const columns: readonly Column[] = [
    { title: 'value', align: 'right' },
    { title: 'document' },
    { title: 'left', align: 'right' },
    { title: 'node' },
    { title: 'right' },
  ];
  return { json: answer, human: inColumns(columns, rows) };
}

const share = (done: number, total: number) => `${Math.floor((100 * done) / Math.max(1, total))} %`;

const bar = (value: number, most: number) => '█'.repeat(Math.round((30 * value) / Math.max(most, 1e-12)));

function unknownNote(tokens: readonly ReadToken[]): string {
  const unknown = [...new Set(tokens.filter(({ known }) => !known).map(({ word }) => word))];
  return unknown.length === 0 ? '' : `\nRead as <unk>: ${unknown.join(', ')}`;
}
