import type * as v from 'valibot';
import type { Progress } from './progress.ts';

/** Stands for the type of an answer; when the program runs there is nothing in it. */
export interface Answer<T> {
  readonly type?: T;
}

export const answer = <T>(): Answer<T> => ({});

/** A call takes named fields, and no others. */
export type InputSchema = v.GenericSchema & { readonly entries: v.ObjectEntries };

/** How a call appears on the command line: `firth WORDS [P] POSITIONAL… --option …`. Every other field is an option. */
export interface CommandLine<Field extends string = string> {
  readonly words: readonly string[];
  /** Fields whose values follow the project, in this order; the last may be a list. */
  readonly positional?: readonly Field[];
  /** Names of options, without dashes, where they are not those of the field or of one within it: `{ minCount: 'min-occurrences' }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** What happens to P: opened to `read` (without this), opened and saved to `change`, made where it is not there to `make` (`--project P`); the call `opens` one itself, which is then saved; `none` has no P. */
  readonly project?: 'read' | 'change' | 'make' | 'opens' | 'none';
}

/** Commands that are written by hand ask it, or it is one of several that a command may ask. */
export interface ByHand {
  readonly commands: readonly string[];
}

export const byHand = (...commands: readonly string[]): ByHand => ({ commands });

/** The call makes no sense outside of a window, or of a session that goes on. */
export interface WindowOnly {
  readonly windowOnly: string;
}

export const windowOnly = (reason: string): WindowOnly => ({ windowOnly: reason });

/** One thing that can be asked of the engine. Types, checks, defaults, command line and its documentation follow from it. */
export interface CallDefinition<S extends InputSchema, Output, P> {
  /** One line, as the help of the command line prints it. */
  readonly says: string;
  readonly input: S;
  readonly output: Answer<Output>;
  readonly progress?: Answer<P>;
  readonly command: CommandLine<Extract<keyof S['entries'], string>> | ByHand | WindowOnly;
}

/** What all calls have in common, whatever goes in and out. */
export interface AnyCall {
  readonly says: string;
  readonly input: InputSchema;
  readonly command: CommandLine | ByHand | WindowOnly;
}

export const call = <const S extends InputSchema, Output, P = Progress>(
  definition: CallDefinition<S, Output, P>,
): CallDefinition<S, Output, P> => definition;

type Together<Areas extends readonly object[]> = Areas extends readonly [
  infer First extends object,
  ...infer Rest extends readonly object[],
]
  ? First & Together<Rest>
  : unknown;

/** The calls of all areas. @throws Error where two calls have one name */
export function joined<const Areas extends readonly object[]>(...areas: Areas): Together<Areas> {
  const all = new Map<string, unknown>();
  for (const [name, one] of areas.flatMap((area) => Object.entries(area))) {
    if (all.has(name)) throw new Error(`Two calls are named ${name}.`);
    all.set(name, one);
  }
  return Object.fromEntries(all) as Together<Areas>;
}
