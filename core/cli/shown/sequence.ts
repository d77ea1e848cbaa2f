import type {
  ReadToken,
  SequenceProgress,
  SequenceStates,
  SequenceSummary,
} from '../../contract/sequence.ts';
import { inColumns } from '../columns.ts';
import { presetOption } from '../preset-option.ts';
import { en as words } from '../../contract/messages/words.en.ts';
import type { ShownCalls } from '../shown.ts';
import { textsColumn, textsLine } from '../sub-corpus.ts';
import { settingLines } from './model.ts';

const reading = ({ done, total }: { readonly done: number; readonly total: number }) =>
  `reading the corpus ${Math.floor((100 * done) / Math.max(1, total))} %`;

export const sequenceShown: ShownCalls<'sequence'> = {
  'sequence.train': {
    more: [presetOption],
    async before(context, input, more) {
      if (!more.has('preset')) return input;
      const { texts = 'all', settings: { cell, parent } = {} } = input;
      const preset = await context.call('sequence.preset', {
        texts,
        ...(cell === undefined ? {} : { cell }),
        ...(parent === undefined ? {} : { parent }),
      });
      context.note(`${preset.tokens} tokens. ${words.sequencePresets[preset.reason]}`);
      for (const warning of preset.warnings) context.note(words.sequenceWarnings[warning]);
      return { ...input, settings: { ...preset.settings, ...input.settings } };
    },
    progress: progressLine,
    human: (result) => `${described(result)}\nsha256 of the weights ${result.sha256}`,
  },
  'sequence.preset': {
    human: ({ settings, reason, documents, tokens, warnings }) =>
      [
        `${documents} documents, ${tokens} tokens. ${words.sequencePresets[reason]}`,
        ...warnings.map((warning) => words.sequenceWarnings[warning]),
        settingLines(settings),
      ].join('\n'),
  },
  'sequence.list': { json: (models) => ({ models }), human: modelTable },
  'sequence.rename': { human: ({ name }) => `Its name is “${name}” now.` },
  'sequence.predict': {
    human: ({ predictions, tokens }) => {
      const rows = predictions.map(({ word, probability }) => [
        word,
        probability.toPrecision(3),
        bar(probability, predictions[0]!.probability),
      ]);
      const table = inColumns(
        [{ title: 'next word' }, { title: 'probability', align: 'right' }, { title: '' }],
        rows,
      );
      return `${table}${unknownNote(tokens)}`;
    },
  },
  'sequence.states': { human: stepTable },
  'sequence.surprisal': {
    human: ({ tokens, bitsPerWord, perplexity }) => {
      const most = Math.max(...tokens.map(({ bits }) => bits ?? 0));
      const rows = tokens
        .filter(({ bits }) => bits !== null)
        .map(({ word, known, bits }) => [known ? word : `[${word}]`, bits!.toFixed(2), bar(bits!, most)]);
      const table = inColumns([{ title: 'word' }, { title: 'bits', align: 'right' }, { title: '' }], rows);
      return `${table}\n${bitsPerWord.toFixed(2)} bits per word, perplexity ${perplexity.toFixed(1)}${unknownNote(tokens)}`;
    },
  },
  'sequence.sample': {
    human: ({ text }, { start = '' }) => (start === '' ? text : `${start} ${text}`),
  },
  'sequence.sentences': {
    progress: reading,
    human: ({ total, rows }) => {
      const table = inColumns(
        [
          { title: 'bits/word', align: 'right' },
          { title: 'words', align: 'right' },
          { title: 'trained' },
          { title: 'document' },
          { title: 'sentence' },
        ],
        rows.map((row) => [
          row.bitsPerWord.toFixed(2),
          String(row.words),
          row.trained ? 'yes' : row.heldOut ? 'held out' : 'other text',
          row.document,
          row.text,
        ]),
      );
      return `${table}\n${rows.length} of ${total} sentences`;
    },
  },
  'sequence.unit': { progress: reading, human: stateLines },
  'sequence.similar': { progress: reading, human: stateLines },
};

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
    ...(last === undefined ? [] : [`held-out perplexity ${last.toFixed(1)}`]),
  ].join(' · ');
}

const lastPerplexity = ({ heldOutPerplexity }: SequenceSummary) =>
  heldOutPerplexity.length === 0 ? '–' : heldOutPerplexity.at(-1)!.toFixed(1);

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
      lastPerplexity(model),
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

function modelTable(models: readonly SequenceSummary[]): string {
  if (models.length === 0) return 'No recurrent models yet';
  const rows = models.map((model) => [
    model.name,
    model.settings.cell,
    `${model.settings.layers} × ${model.settings.hidden}`,
    String(model.vocabulary),
    lastPerplexity(model),
    model.baselines.bigram.toFixed(1),
    model.settings.embeddings === 'learned'
      ? 'learned'
      : `${model.settings.parent}${model.parentThere === false ? ' (deleted)' : ''}`,
    textsColumn(model.subCorpus),
    model.stale ? 'the texts have changed since' : '',
  ]);
  return inColumns(
    [
      { title: 'model' },
      { title: 'cell' },
      { title: 'units', align: 'right' },
      { title: 'words', align: 'right' },
      { title: 'perplexity', align: 'right' },
      { title: 'bigram', align: 'right' },
      { title: 'inputs' },
      { title: models.some(({ subCorpus }) => subCorpus !== null) ? 'texts' : '' },
      { title: '' },
    ],
    rows,
  );
}

function stepTable(states: SequenceStates): string {
  const rows = states.tokens.map((token, step) => [
    String(step),
    token.word,
    token.bits === null ? '' : token.bits.toFixed(2),
    strongest(states, step)
      .map(({ unit, value }) => `${unit}: ${value.toFixed(2)}`)
      .join('  '),
    states.next[step]!.slice(0, 3)
      .map(({ word, probability }) => `${word} ${probability.toFixed(2)}`)
      .join('  '),
    states.gradientNorms[states.tokens.length - 2 - step]?.toExponential(1) ?? '',
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
  return `${states.model}: ${states.cell}, ${states.layers} × ${states.hidden} units\n${table}\nend of the sentence: ${states.endBits.toFixed(2)} bits${unknownNote(states.tokens)}`;
}

/** The three units of the top layer whose hidden state is farthest from zero. */
function strongest({ values, layers, hidden, tokens }: SequenceStates, step: number) {
  const at = ((layers - 1) * tokens.length + step) * hidden;
  return Array.from(values.subarray(at, at + hidden), (value, unit) => ({ unit, value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, 3);
}

interface StateLines {
  readonly lines: readonly Readonly<
    Record<'document' | 'left' | 'node' | 'right', string> & { score: number }
  >[];
}

function stateLines({ lines }: StateLines): string {
  return inColumns(
    [
      { title: 'value', align: 'right' },
      { title: 'document' },
      { title: 'left', align: 'right' },
      { title: 'node' },
      { title: 'right' },
    ],
    lines.map((line) => [line.score.toFixed(3), line.document, line.left, line.node, line.right]),
  );
}

const bar = (value: number, most: number) => '█'.repeat(Math.round((30 * value) / Math.max(most, 1e-12)));

function unknownNote(tokens: readonly ReadToken[]): string {
  const unknown = [...new Set(tokens.filter(({ known }) => !known).map(({ word }) => word))];
  return unknown.length === 0 ? '' : `\nRead as <unk>: ${unknown.join(', ')}`;
}
