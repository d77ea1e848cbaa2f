import type { ParseArgsOptionsConfig } from 'node:util';
import type { Hooks } from '../contract/progress.ts';
import type { Input, Method, Output, ProgressOf } from '../contract/contract.ts';

/** What a command may use: the engine's calls and a place to say how far it has come. */
export interface CommandContext {
  /** Asks the engine; progress is shown on stderr. */
  readonly call: <M extends Method>(
    method: M,
    params: Input<M>,
    onProgress?: Hooks<ProgressOf<M>>['onProgress'],
  ) => Promise<Output<M>>;
  /** One line on stderr, replaced by the next where stderr is a terminal. */
  readonly status: (line: string) => void;
  /** A line on stderr that stays. */
  readonly note: (line: string) => void;
}

/** What a command found: one JSON document, and the same for a person. */
export interface CommandResult {
  readonly json: unknown;
  readonly human: string;
}

export interface Command {
  /** After the command's name, as the help prints it. */
  readonly usage: string;
  readonly summary: string;
  /** Number of words after the command's name. */
  readonly words: readonly [least: number, most: number];
  readonly options: ParseArgsOptionsConfig;
  readonly run: (context: CommandContext, args: Arguments) => Promise<CommandResult>;
}

/** The command line could not be understood: exit status 2. */
export class UsageError extends Error {}

/** Typed access to what util.parseArgs found. */
export class Arguments {
  readonly words: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(words: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.words = words;
    this.#values = values;
  }

  word(index: number): string {
    return this.words[index] ?? '';
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new UsageError(`--${name} is needed`);
    return value;
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number))
      throw new UsageError(`--${name} takes a number, not “${value}”`);
    return number;
  }

  /** A whole number from 0. */
  count(name: string): number | undefined {
    const number = this.number(name);
    if (number !== undefined && (!Number.isSafeInteger(number) || number < 0))
      throw new UsageError(`--${name} takes a whole number from 0, not “${number}”`);
    return number;
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new UsageError(`--${name} takes ${allowed.join(', ')}, not “${value}”`);
    return found;
  }

  /** Words separated by commas; an empty list where the option is absent. */
  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }
}

/** Leaves out what was not given, so that the engine's own defaults hold. */
export function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
