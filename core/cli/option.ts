import type { CommandContext } from './command-context.ts';

/** An option of a command, and what its value means to the call. */
export interface Option {
  /** Without dashes. */
  readonly name: string;
  /** Names of the fields that lead to its place in the input: `settings`, `rate`. */
  readonly path: readonly string[];
  /** A word for the value that follows it; null for a flag, which has none. */
  readonly placeholder: string | null;
  /** What it does, as help and documentation print it. */
  readonly says: string;
  /** What holds without it, as it would be typed. */
  readonly byDefault?: string;
  readonly isNeeded?: boolean;
  /** @param text what was typed; the empty text of a flag @throws UsageError */
  readonly read: Reading;
}

export type Reading = (text: string, context: CommandContext) => unknown;

/** `--width 10`, as documentation shows it. */
export function optionHead({ name, placeholder, byDefault }: Option): string {
  return placeholder === null ? `--${name}` : `--${name} ${byDefault ?? placeholder}`;
}
