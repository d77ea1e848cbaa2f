import { conditionsOf, lineOf } from '../../contract/conditions.ts';
import type { SubCorpus } from '../../contract/corpus.ts';
import { AppError } from '../../contract/errors.ts';
import type { CommandContext } from '../command-context.ts';
import type { Command, TypedLine } from '../command.ts';
import { openProjectFile, recoverOption, saveProjectFile } from '../project-file.ts';
import { readConditions } from '../readings.ts';
import { UsageError } from '../usage-error.ts';

/** The call puts all sub-corpora in the place of all: here one is changed and the others stay. */
async function changed(
  context: CommandContext,
  { words: [path = ''], options }: Pick<TypedLine, 'words' | 'options'>,
  change: (stored: readonly SubCorpus[]) => readonly SubCorpus[],
): Promise<void> {
  await openProjectFile(context, path, { recover: options.has('recover') });
  const { subCorpora } = await context.call('corpus.subCorpora', {});
  const stored = subCorpora.map(({ name, conditions }) => ({ name, conditions }));
  await context.call('corpus.setSubCorpora', { subCorpora: change(stored) });
  await saveProjectFile(context);
}

export const setSubCorpusCommand: Command = {
  name: 'sub-corpora set',
  usage: 'P NAME --where "…"',
  summary: 'Make a sub-corpus, or give one of that name other conditions',
  words: [2, 2],
  options: [
    {
      name: 'where',
      path: ['conditions'],
      placeholder: '"year=..1850"',
      says: 'what its texts are to fulfil, all of it; texts of later imports too',
      isNeeded: true,
      read: readConditions,
    },
    recoverOption,
  ],
  async run(context, typed) {
    const {
      words: [, name = ''],
      options,
    } = typed;
    const where = options.get('where');
    if (where === undefined) throw new UsageError('--where is needed');
    const made = { name, conditions: conditionsOf(where) };
    await changed(context, typed, (stored) => [...stored.filter((one) => one.name !== name), made]);
    return { json: made, human: `${name}: ${lineOf(made.conditions)}` };
  },
};

export const deleteSubCorpusCommand: Command = {
  name: 'sub-corpora delete',
  usage: 'P NAME',
  summary: 'Delete a sub-corpus; its texts stay',
  words: [2, 2],
  options: [recoverOption],
  async run(context, typed) {
    const [, name = ''] = typed.words;
    await changed(context, typed, (stored) => {
      const others = stored.filter((one) => one.name !== name);
      if (others.length < stored.length) return others;
      throw new AppError('E_SUB_CORPUS_UNKNOWN', {
        subCorpus: name,
        subCorpora: stored.map((one) => one.name),
      });
    });
    return { json: null, human: 'Done.' };
  },
};
