import { parseArgs } from 'node:util';
import type { Method } from '../contract/contract.ts';
import { AppError, toFailure } from '../contract/errors.ts';
import { messageFor } from '../contract/messages/message.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandContext } from './command-context.ts';
import type { Command, TypedLine } from './command.ts';
import { commands } from './commands/all.ts';
import { helpOf, helpOfAll } from './help.ts';
import { inputDocument } from './input-document.ts';
import { serveLines } from './serve-lines.ts';
import { inLines, inOneLine } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';

/** Where a command line writes; stderr carries progress and notes, stdout only the result. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether stderr is a terminal, so that a line may be written over. */
  readonly interactive: boolean;
  /** All of stdin, for `--input -`. */
  readonly read?: () => Promise<string>;
  /** Its lines as they come, for a command that answers each; null for one that is too long. */
  readonly lines?: () => AsyncIterable<string | null>;
  /** Milliseconds. */
  readonly now?: () => number;
}

export type ExitStatus = 0 | 1 | 2;

/** Runs one command line: 0 done, 1 an error that Firth has a name for, 2 not understood. */
export async function runCommandLine(
  argv: readonly string[],
  engine: Engine,
  streams: Streams,
  signal?: AbortSignal,
): Promise<ExitStatus> {
  const [first = 'help'] = argv;
  if (first === 'help' || first === '--help' || first === '-h') {
    streams.out(helpOfAll(commands.values()));
    return 0;
  }
  const found = commandOf(argv);
  if (found === null) {
    const near = [...commands.values()].filter(({ name }) => name.startsWith(`${first} `));
    const wanted = near.length > 0 ? `${first} ${argv[1] ?? ''}`.trim() : first;
    streams.err(
      `There is no command “${wanted}”.\n\n${helpOfAll(near.length > 0 ? near : commands.values())}`,
    );
    return 2;
  }
  const { command, rest } = found;
  let json = rest.includes('--json');
  try {
    const { values, positionals } = parsed(command, rest);
    json = values['json'] === true;
    if (values['help'] === true) {
      streams.out(helpOf(command));
      return 0;
    }
    const typed: TypedLine = {
      words: positionals,
      options: new Map(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      ),
      document: await inputDocument(values['input'], streams.read),
    };
    const { context, clear } = contextFor(engine, streams, signal);
    try {
      const result = await command.run(context, typed);
      clear();
      if (result !== null)
        streams.out(json ? `${JSON.stringify(result.json)}\n` : `${inLines(result.human)}\n`);
      return 0;
    } finally {
      clear();
      await engine.close();
    }
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      streams.err(`${inLines(thrown.message)}\nfirth ${command.name} ${command.usage}\n`);
      return 2;
    }
    const failure = toFailure(thrown);
    const message = messageFor(failure, 'en');
    if (json) streams.out(`${JSON.stringify({ error: { code: failure.code, message } })}\n`);
    else streams.err(`${inLines(message)}\n`);
    if (!(thrown instanceof AppError))
      streams.err(`${thrown instanceof Error ? (thrown.stack ?? '') : ''}\n`);
    return 1;
  }
}

/** The command whose name is the first two words, or else the first. */
function commandOf(
  argv: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const command = commands.get(argv.slice(0, length).join(' '));
    if (command !== undefined) return { command, rest: argv.slice(length) };
  }
  return null;
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const result = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(
          command.options.map(({ name, placeholder }) => [
            name,
            { type: placeholder === null ? ('boolean' as const) : ('string' as const) },
          ]),
        ),
        input: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    const { values, positionals } = result;
    const [least, most] = command.words;
    // What a document says need not be typed.
    const needed = values.input === undefined ? least : Math.min(least, 1);
    if (values.help !== true && (positionals.length < needed || positionals.length > most))
      throw new UsageError(
        positionals.length < needed ? 'Something is missing.' : 'There are too many words.',
      );
    return { values: values as Readonly<Record<string, unknown>>, positionals };
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
  const { lines, now = () => 0 } = streams;
  const serve = () =>
    serveLines({ engine, lines: lines!(), out: (line) => streams.out(`${line}\n`), now, signal });
  const context: CommandContext = {
    ...(lines === undefined ? {} : { serve }),
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
      streams.err(streams.interactive ? `\r\u001b[K${inOneLine(line)}` : `${inOneLine(line)}\n`);
      shown = line;
    },
    note: (line) => {
      clear();
      streams.err(`${inLines(line)}\n`);
    },
  };
  return { context, clear };
}
