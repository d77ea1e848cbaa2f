import { en as words } from '../../contract/messages/words.en.ts';
import { resolve } from 'node:path';
import { given, type Arguments, type Command, type CommandContext } from '../command.ts';
import { inColumns } from '../columns.ts';
import { subCorpusOption, textsLine } from '../sub-corpus.ts';
import type { TrainingProgress, TrainingSettings } from '../../contract/training.ts';

const architectures = ['skip-gram', 'cbow', 'count'] as const;
const outputs = ['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const;
const modes = ['reproducible', 'fast'] as const;

const settingOptions = {
  architecture: { type: 'string' },
  output: { type: 'string' },
  negative: { type: 'string' },
  dimensions: { type: 'string' },
  window: { type: 'string' },
  'fixed-window': { type: 'boolean' },
  sum: { type: 'boolean' },
  'min-count': { type: 'string' },
  'max-vocabulary': { type: 'string' },
  'stop-words': { type: 'string' },
  epochs: { type: 'string' },
  rate: { type: 'string' },
  'min-rate': { type: 'string' },
  subsample: { type: 'string' },
  'noise-exponent': { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  mode: { type: 'string' },
} as const;

export const trainCommand: Command = {
  usage: 'P',
  summary: 'Train word vectors; --preset takes the settings that suit the size of the corpus',
  words: [1, 1],
  options: {
    ...settingOptions,
    name: { type: 'string' },
    preset: { type: 'boolean' },
    where: { type: 'string' },
    resume: { type: 'boolean' },
    watch: { type: 'string' },
  },
  async run(context, args) {
    const chosen = subCorpusOption(args);
    await context.call('project.open', { file: { path: resolve(args.word(0)) } });
    const preset = await context.call('model.preset', chosen);
    if (args.flag('preset')) context.note(`${preset.tokens} tokens. ${words.presets[preset.reason]}`);
    for (const warning of preset.warnings) context.note(words.presetWarnings[warning]);
    const result = await context.call(
      'model.train',
      given({
        name: args.text('name'),
        ...chosen,
        settings: {
          ...(args.flag('preset') ? preset.settings : {}),
          ...(await chosenSettings(context, args)),
        },
        resume: args.flag('resume') || undefined,
        watched: args.list('watch'),
      }),
      (progress) => context.status(progressLine(progress)),
    );
    await context.call('project.save', {});
    const human = [
      `${result.model}: ${result.vocabulary} words × ${result.dimensions} dimensions`,
      ...textsLine(result.subCorpus),
      `${result.tokens} tokens × ${result.epochs} epochs in ${result.seconds.toFixed(1)} s (${Math.round(result.wordsPerSecond)} words/s)`,
      `Mean cosine of random pairs ${result.randomPairCosine.toFixed(3)} (near 1: every word looks like every other)`,
      `sha256 of the vectors ${result.sha256}`,
    ].join('\n');
    return { json: result, human };
  },
};

export const pairsCommand: Command = {
  usage: 'P --sentence "…"',
  summary: 'The training pairs that the window makes of a sentence',
  words: [1, 1],
  options: {
    ...settingOptions,
    sentence: { type: 'string' },
    model: { type: 'string' },
    where: { type: 'string' },
  },
  async run(context, args) {
    const sentence = args.required('sentence');
    await context.call('project.open', { file: { path: resolve(args.word(0)) }, readOnly: true });
    const { seed, ...settings } = await chosenSettings(context, args);
    const answer = await context.call(
      'model.pairs',
      given({ sentence, seed, settings, model: args.text('model'), ...subCorpusOption(args) }),
    );
    const marks = answer.tokens.map((token) =>
      token.subsampled ? `(${token.word})` : token.known ? token.word : `[${token.word}]`,
    );
    const rows = answer.pairs.map((pair) => [pair.input, pair.output, String(pair.label)]);
    const table = inColumns(
      [{ title: 'input' }, { title: 'output' }, { title: 'label', align: 'right' }],
      rows,
    );
    return {
      json: answer,
      human: `${marks.join(' ')}\n(left out by subsampling) [not in the vocabulary]\n\n${table}`,
    };
  },
};

async function chosenSettings(context: CommandContext, args: Arguments): Promise<Partial<TrainingSettings>> {
  const stopWords = args.text('stop-words');
  return given({
    architecture: args.choice('architecture', architectures),
    output: args.choice('output', outputs),
    negative: args.number('negative'),
    dimensions: args.number('dimensions'),
    window: args.number('window'),
    dynamicWindow: args.flag('fixed-window') ? false : undefined,
    combine: args.flag('sum') ? ('sum' as const) : undefined,
    minCount: args.number('min-count'),
    maxVocabulary: args.number('max-vocabulary'),
    // A word a line, as in a dictionary.
    stopWords:
      stopWords === undefined
        ? undefined
        : (await context.call('corpus.readDictionary', { file: { path: resolve(stopWords) } })).words,
    epochs: args.number('epochs'),
    rate: args.number('rate'),
    minRate: args.number('min-rate'),
    subsample: args.number('subsample'),
    noiseExponent: args.number('noise-exponent'),
    seed: args.number('seed'),
    workers: args.number('workers'),
    mode: args.choice('mode', modes),
  });
}

function progressLine(progress: TrainingProgress): string {
  if (progress.phase !== 'training') return progress.phase;
  const percent = Math.floor((100 * progress.done) / Math.max(1, progress.total));
  return [
    `epoch ${progress.epoch} of ${progress.epochs}`,
    `${percent} %`,
    `${Math.round(progress.wordsPerSecond / 1000)}k words/s`,
    `${Math.ceil(progress.secondsLeft)} s left`,
    ...(Number.isFinite(progress.loss) ? [`loss ${progress.loss.toFixed(4)}`] : []),
    `random pairs ${progress.randomPairCosine.toFixed(3)}`,
  ].join(' · ');
}
