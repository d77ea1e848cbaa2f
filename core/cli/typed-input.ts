import type { CommandContext } from './command-context.ts';
import type { TypedLine } from './command.ts';
import type { Option } from './option.ts';
import { UsageError } from './usage-error.ts';

type Nested = Record<string, unknown>;

/** Puts a value at the end of a path, through what is there already. */
function put(into: Nested, [field, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[field!] = value;
  else {
    const inner = { ...(into[field!] as Nested | undefined) };
    into[field!] = inner;
    put(inner, rest, value);
  }
}

/**
 * The input of a call as it was typed: what an option says stands over what the document says.
 * @throws UsageError where a value does not fit, two options say the same thing, or one that is needed is missing
 */
export async function typedInput(
  { options, document }: TypedLine,
  known: readonly Option[],
  context: CommandContext,
): Promise<Nested> {
  const input: Nested = { ...document };
  const said = new Map<string, string>();
  for (const option of known) {
    const text = options.get(option.name);
    if (text === undefined) continue;
    const place = option.path.join('.');
    const other = said.get(place);
    if (other !== undefined) throw new UsageError(`--${other} and --${option.name} say the same thing`);
    said.set(place, option.name);
    put(input, option.path, await option.read(text, context));
  }
  for (const [place, needed] of Map.groupBy(known, ({ path }) => path.join('.')))
    if (needed.every(({ isNeeded }) => isNeeded === true) && !said.has(place) && document === null)
      throw new UsageError(`${needed.map(({ name }) => `--${name}`).join(' or ')} is needed`);
  return input;
}
