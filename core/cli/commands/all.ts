import type { AnyCall } from '../../contract/call.ts';
import { calls } from '../../contract/calls/all.ts';
import type { Method } from '../../contract/contract.ts';
import type { Command } from '../command.ts';
import { derivedCommand } from '../derived.ts';
import { changeShown } from '../shown/change.ts';
import { contrastShown } from '../shown/contrast.ts';
import { corpusShown } from '../shown/corpus.ts';
import { exchangeShown } from '../shown/exchange.ts';
import { learningShown } from '../shown/learning.ts';
import { linesShown } from '../shown/lines.ts';
import { mapShown } from '../shown/map.ts';
import { modelShown } from '../shown/model.ts';
import { projectShown } from '../shown/project.ts';
import { queryShown } from '../shown/query.ts';
import { searchShown } from '../shown/search.ts';
import { sequenceShown } from '../shown/sequence.ts';
import { studyShown } from '../shown/study.ts';
import { wordShown } from '../shown/word.ts';
import type { Shown } from '../shown.ts';
import { showDictionaryCommand } from './dictionary.ts';
import { evaluateCommand } from './evaluate.ts';
import { infoCommand } from './info.ts';
import { serveCommand } from './serve.ts';
import { deleteSubCorpusCommand, setSubCorpusCommand } from './sub-corpora.ts';
import { verifyCommand } from './verify.ts';

const shown: { readonly [M in Method]?: Shown<M> } = {
  ...projectShown,
  ...corpusShown,
  ...wordShown,
  ...linesShown,
  ...queryShown,
  ...modelShown,
  ...learningShown,
  ...searchShown,
  ...contrastShown,
  ...mapShown,
  ...changeShown,
  ...studyShown,
  ...sequenceShown,
  ...exchangeShown,
};

/** Commands that ask several calls, or one of several. */
const byHand = [
  infoCommand,
  serveCommand,
  verifyCommand,
  evaluateCommand,
  setSubCorpusCommand,
  deleteSubCorpusCommand,
  showDictionaryCommand,
];

const derived = Object.entries<AnyCall>(calls).flatMap(([method, definition]) => {
  const { command } = definition;
  if ('commands' in command) return byHand.filter(({ name }) => command.commands.includes(name));
  if (!('words' in command)) return [];
  // Each is shown in its own way; which one is only known as it runs.
  const itsOwn = (shown[method as Method] ?? {}) as Shown<'project.info'>;
  return [derivedCommand(method as 'project.info', definition, command, itsOwn)];
});

/** Every command by its name, in the order of the help: the order of the work. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [...derived, ...byHand].map((command) => [command.name, command]),
);
