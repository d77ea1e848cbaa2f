import { parseArgs } from 'node:util';
import type { Method } from '../contract/contract.ts';
import { AppError, toFailure } from '../contract/errors.ts';
import { messageFor } from '../contract/messages/message.ts';
import type { Engine } from '../engine/engine.ts';
import { Arguments, UsageError, type Command, type CommandContext } from './command.ts';
import { commands } from './commands/all.ts';

/** Where a command line writes; stderr carries progress and notes, stdout only the result. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether stderr is a terminal, so that a line may be written over. */
  readonly interactive: boolean;
}

export type ExitStatus = 0 | 1 | 2;

/** Runs one command line: 0 done, 1 an error that Firth has a name for, 2 not understood. */
export async function runCommandLine(
  argv: readonly string[],
  engine: Engine,
  streams: Streams,
  signal?: AbortSignal,
): Promise<ExitStatus> {
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    streams.out(help());
    return 0;
  }
  const command = commands.get(name);
  if (command === undefined) {
    streams.err(`There is no command “${name}”.\n\n${help()}`);
    return 2;
  }
  let json = rest.includes('--json');
  try {
    const { values, positionals } = parsed(command, rest);
    json = values.json === true;
    if (values.help === true) {
      streams.out(`firth ${name} ${command.usage}\n${command.summary}\n${optionList(command)}\n`);
      return 0;
    }
    const { context, clear } = contextFor(engine, streams, signal);
    try {
      const result = await command.run(context, new Arguments(positionals, values));
      clear();
      streams.out(json ? `${JSON.stringify(result.json)}\n` : `${result.human}\n`);
      return 0;
    } finally {
      clear();
      await engine.close();
    }
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      streams.err(`${thrown.message}\nfirth ${name} ${command.usage}\n`);
      return 2;
    }
    const failure = toFailure(thrown);
    const message = messageFor(failure, 'en');
    if (json) streams.out(`${JSON.stringify({ error: { code: failure.code, message } })}\n`);
    else streams.err(`${message}\n`);
    if (!(thrown instanceof AppError))
      streams.err(`${thrown instanceof Error ? (thrown.stack ?? '') : ''}\n`);
    return 1;
  }
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const result = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    const [least, most] = command.words;
    const count = result.positionals.length;
    if (result.values.help !== true && (count < least || count > most))
      throw new UsageError(count < least ? 'Something is missing.' : 'There are too many words.');
    return result;
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const trainings: ReadonlySet<Method> = new Set(['model.train', 'sequence.train']);

function contextFor(
  engine: Engine,
  streams: Streams,
  signal: AbortSignal | undefined,
): { context: CommandContext; clear: () => void } {
  let shown = '';
  const clear = () => {
    if (streams.interactive && shown !== '') streams.err('\r\u001b[K');
    shown = '';
  };
  const context: CommandContext = {
    call: (method, params, onProgress) => {
      const progress = onProgress === undefined ? {} : { onProgress };
      if (!trainings.has(method) || signal?.aborted === true)
        return engine.call(method, params, { ...(signal === undefined ? {} : { signal }), ...progress });
      // A training that is interrupted is left, not given up: closing the project keeps its checkpoint for --resume.
      const leave = () => void engine.call('project.close', {});
      signal?.addEventListener('abort', leave, { once: true });
      return engine.call(method, params, progress).finally(() => signal?.removeEventListener('abort', leave));
    },
    status: (line) => {
      if (line === shown) return;
      streams.err(streams.interactive ? `\r\u001b[K${line}` : `${line}\n`);
      shown = line;
    },
    note: (line) => {
      clear();
      streams.err(`${line}\n`);
    },
  };
  return { context, clear };
}

function help(): string {
  const lines = [...commands].map(
    ([name, command]) => `  firth ${name} ${command.usage}\n      ${command.summary}`,
  );
  return [
    'Firth: word vectors from your own texts, on your own computer.',
    '',
    ...lines,
    '',
    'Every command takes --json (one JSON document on stdout) and --help.',
    '',
  ].join('\n');
}

function optionList(command: Command): string {
  return Object.entries(command.options)
    .map(([name, option]) => `  --${name}${option.type === 'string' ? ' …' : ''}`)
    .join('\n');
}
