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

const own = optionsOf(calls['evaluate.analogies'], { words: [] }).filter(({ name }) => name !== 'file');

/** Two calls: questions, or rated pairs. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: 'P --analogies FILE | --pairs FILE',
  summary: 'Score a model on a file of analogy questions or of word pairs rated by people',
  words: [1, 1],
  options: [
    chosen('analogies', 'questions: `: section` lines, then `a b c d`'),
    chosen('pairs', 'rated pairs: `word word score`'),
    ...own,
  ],
  async run(context, typed) {
    const analogies = typed.options.get('analogies');
    const pairs = typed.options.get('pairs');
    if ((analogies === undefined) === (pairs === undefined))
      throw new UsageError('either --analogies or --pairs is needed');
    const more = (await typedInput(typed, own, context)) as Omit<Input<'evaluate.analogies'>, 'file'>;
    await context.call('project.open', { file: { path: resolve(typed.words[0]!) }, readOnly: true });
    const file = { path: resolve(analogies ?? pairs ?? '') };
    if (analogies !== undefined) return scoreAnalogies(context, { ...more, file });
    return scorePairs(context, { file, ...(more.model === undefined ? {} : { model: more.model }) });
  },
};

async function scorePairs(context: CommandContext, input: Input<'evaluate.pairs'>): Promise<CommandResult> {
  const answer = await context.call('evaluate.pairs', input);
  const human = `Pearson ${answer.pearson.toFixed(4)}, Spearman ${answer.spearman.toFixed(4)}, ${answer.pairs} pairs, coverage ${share(answer.coverage)}`;
  return { json: answer, human };
}

async function scoreAnalogies(
  context: CommandContext,
  input: Input<'evaluate.analogies'>,
): Promise<CommandResult> {
  const answer = await context.call('evaluate.analogies', input);
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
}

const share = (value: number): string => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '–');
