import type { TrainingProgress } from '../../contract/training.ts';
import { inColumns } from '../columns.ts';
import { en as words } from '../../contract/messages/words.en.ts';
import type { ShownCalls } from '../shown.ts';
import { presetOption } from '../preset-option.ts';
import { textsLine } from '../sub-corpus.ts';
import { modelTable } from './project.ts';

export const modelShown: ShownCalls<'model'> = {
  'model.train': {
    more: [presetOption],
    async before(context, input, more) {
      const { texts = 'all' } = input;
      const preset = await context.call('model.preset', { texts });
      if (more.has('preset')) context.note(`${preset.tokens} tokens. ${words.presets[preset.reason]}`);
      for (const warning of preset.warnings) context.note(words.presetWarnings[warning]);
      return more.has('preset') ? { ...input, settings: { ...preset.settings, ...input.settings } } : input;
    },
    progress: progressLine,
    human: (result) =>
      [
        `${result.model}: ${result.vocabulary} words × ${result.dimensions} dimensions`,
        ...textsLine(result.subCorpus),
        `${result.tokens} tokens × ${result.epochs} epochs in ${result.seconds.toFixed(1)} s (${Math.round(result.wordsPerSecond)} words/s)`,
        `Mean cosine of random pairs ${result.randomPairCosine.toFixed(3)} (near 1: every word looks like every other)`,
        `sha256 of the vectors ${result.sha256}`,
      ].join('\n'),
  },
  'model.preset': {
    human: ({ settings, reason, documents, tokens, warnings }) =>
      [
        `${documents} documents, ${tokens} tokens. ${words.presets[reason]}`,
        ...warnings.map((warning) => words.presetWarnings[warning]),
        settingLines(settings),
      ].join('\n'),
  },
  'model.list': { json: (models) => ({ models }), human: modelTable },
  'model.methods': { human: ({ text }) => text },
  'model.bundle': {
    human: ({ model, files, doubts }) =>
      [
        `${model}: ${files.join(', ')}`,
        ...doubts.map((doubt) => words.replicationDoubts[doubt]),
        ...(doubts.length === 0
          ? ['“sh commands.sh TEXTS” makes the same bytes again, of the same texts.']
          : []),
      ].join('\n'),
  },
  'model.rename': { human: ({ name }) => `Its name is “${name}” now.` },
  'model.pairs': {
    human: ({ tokens, pairs }) => {
      const marks = tokens.map((token) =>
        token.subsampled ? `(${token.word})` : token.known ? token.word : `[${token.word}]`,
      );
      const table = inColumns(
        [{ title: 'input' }, { title: 'output' }, { title: 'label', align: 'right' }],
        pairs.map((pair) => [pair.input, pair.output, String(pair.label)]),
      );
      return `${marks.join(' ')}\n(left out by subsampling) [not in the vocabulary]\n\n${table}`;
    },
  },
  'model.importVectors': {
    human: (answer) => `${answer.model}: ${answer.words} words × ${answer.dimensions} dimensions`,
  },
};

export const settingLines = (settings: object): string =>
  inColumns(
    [{ title: 'setting' }, { title: 'value' }],
    Object.entries(settings).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  );

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
