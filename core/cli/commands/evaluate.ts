import { resolve } from 'node:path';
import { calls } from '../../contract/calls/all.ts';
import type { Input } from '../../contract/contract.ts';
import { inColumns } from '../columns.ts';
import type { CommandContext } from '../command-context.ts';
import type { Command, CommandResult } from '../command.ts';
import type { Option } from '../option.ts';
import { readText } from '../readings.ts';
import { optionsOf } from '../schema-options.ts';
import { typedInput } from '../typed-input.ts';
import { UsageError } from '../usage-error.ts';

const chosen = (name: string, says: string): Option => ({
  name,
  path: [],
  placeholder: 'FILE',
  says,
  read: readText,
});

const withoutFile = (options: readonly Option[]) => options.filter(({ name }) => name !== 'file');
const ofAnalogies = withoutFile(optionsOf(calls['evaluate.analogies'], { words: [] }));
const ofPairs = withoutFile(optionsOf(calls['evaluate.pairs'], { words: [] }));
const own = [
  ...ofAnalogies,
  ...ofPairs.filter(({ name }) => !ofAnalogies.some((other) => other.name === name)),
];

/** Two calls: questions, or rated pairs. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: 'P --analogies FILE | --pairs FILE',
  summary: 'Score a model on a file of analogy questions or of word pairs rated by people',
  words: [1, 1],
  options: [
    chosen('analogies', 'questions: `: section` lines, then `a b c d`; or pairs as in BATS'),
    chosen('pairs', 'rated pairs: two words and a rating, with tabs, semicolons, commas or spaces'),
    ...own,
  ],
  async run(context, typed) {
    const analogies = typed.options.get('analogies');
    const pairs = typed.options.get('pairs');
    if ((analogies === undefined) === (pairs === undefined))
      throw new UsageError('either --analogies or --pairs is needed');
    const options = analogies === undefined ? ofPairs : ofAnalogies;
    const strange = own.find(
      ({ name }) => typed.options.has(name) && !options.some((one) => one.name === name),
    );
    if (strange !== undefined)
      throw new UsageError(
        `--${strange.name} is not for ${analogies === undefined ? '--pairs' : '--analogies'}`,
      );
    const more = (await typedInput(typed, options, context)) as object;
    await context.call('project.open', { file: { path: resolve(typed.words[0]!) }, readOnly: true });
    const file = { path: resolve(analogies ?? pairs ?? '') };
    return analogies === undefined
      ? scorePairs(context, { ...more, file })
      : scoreAnalogies(context, { ...more, file });
  },
};

async function scorePairs(context: CommandContext, input: Input<'evaluate.pairs'>): Promise<CommandResult> {
  const answer = await context.call('evaluate.pairs', input);
  const { column, heading } = answer.ratings;
  const human = `Pearson ${correlation(answer.pearson)}, Spearman ${correlation(answer.spearman)}${between(answer, correlation)}, ${answer.pairs} pairs, coverage ${share(answer.coverage)}; ratings in column ${column}${heading === null ? '' : ` (${heading})`}`;
  return { json: answer, human };
}

async function scoreAnalogies(
  context: CommandContext,
  input: Input<'evaluate.analogies'>,
): Promise<CommandResult> {
  const answer = await context.call('evaluate.analogies', input);
  const rows = answer.sections.map(({ name, correct, total, baseline, ...range }) => [
    name,
    String(correct),
    String(total),
    `${share(correct / total)}${between(range, share)}`,
    share(baseline / total),
  ]);
  const table = inColumns(
    [
      { title: 'section' },
      { title: 'correct', align: 'right' },
      { title: 'questions', align: 'right' },
      { title: '95 % over other questions', align: 'right' },
      { title: 'baseline', align: 'right' },
    ],
    rows,
  );
  const sum = `${answer.correct} of ${answer.total} (${share(answer.correct / answer.total)}${between(answer, share)}; by the nearest word alone ${share(answer.baseline / answer.total)}), coverage ${share(answer.coverage)}`;
  return { json: answer, human: `${table}\n${sum}` };
}

const between = (
  { low, high }: { readonly low: number | null; readonly high: number | null },
  shown: (value: number) => string,
): string => (low === null || high === null ? '' : `, ${shown(low)} – ${shown(high)}`);
/** Fewer than two pairs, or pairs that are all alike, have none. */
const correlation = (value: number): string => (Number.isFinite(value) ? value.toFixed(4) : '–');
const share = (value: number): string => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '–');
