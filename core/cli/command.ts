import type { CommandContext } from './command-context.ts';
import type { Option } from './option.ts';

/** What was typed behind a command's own words, and an input that was handed over as JSON. */
export interface TypedLine {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** What a command found: one JSON document, and the same for a person. */
export interface CommandResult {
  readonly json: unknown;
  readonly human: string;
}

export interface Command {
  /** `sequence train` */
  readonly name: string;
  /** After the command's name, as the help prints it. */
  readonly usage: string;
  readonly summary: string;
  /** Number of words after the command's name. */
  readonly words: readonly [least: number, most: number];
  /** What follows P, in this order. */
  readonly places?: readonly { readonly name: string; readonly says: string }[];
  readonly options: readonly Option[];
  /** Null where it has said all that there is to say. */
  readonly run: (context: CommandContext, typed: TypedLine) => Promise<CommandResult | null>;
}
