import type { AnyCall, CommandLine } from '../contract/call.ts';
import type { Input, Method } from '../contract/contract.ts';
import type { CommandContext } from './command-context.ts';
import type { Command, TypedLine } from './command.ts';
import { plainTable } from './plain-table.ts';
import type { Option } from './option.ts';
import { openProjectFile, recoverOption, saveProjectFile } from './project-file.ts';
import { fieldOf, kebab, optionsOf, readingOf, type Field } from './schema-options.ts';
import type { Shown } from './shown.ts';
import { typedInput } from './typed-input.ts';
import { UsageError } from './usage-error.ts';

interface Place {
  readonly name: string;
  readonly field: Field;
  readonly isList: boolean;
}

const projectOption: Option = {
  name: 'project',
  path: [],
  placeholder: 'P',
  says: 'the project file',
  isNeeded: true,
  read: (text) => text,
};

/** The command of a call, as its definition says. */
export function derivedCommand<M extends Method>(
  method: M,
  definition: AnyCall,
  line: CommandLine,
  shown: Shown<M>,
): Command {
  const project = line.project ?? 'read';
  const hasPlace = project === 'read' || project === 'change';
  const first = Number(hasPlace);
  // Out of the schema, when it is asked for: of a hundred commands one is typed.
  let made: Typing | null = null;
  const typing = (): Typing => (made ??= typingOf(definition, line, shown.more ?? []));
  return {
    name: line.words.join(' '),
    summary: definition.says,
    get usage() {
      const { places, options } = typing();
      return usageOf(hasPlace, places, options);
    },
    get words(): readonly [number, number] {
      const { places } = typing();
      const last = places.at(-1);
      const least = places.filter(({ field }) => !(field.isOptional && last?.field === field)).length;
      return [first + least, last?.isList === true ? Number.MAX_SAFE_INTEGER : first + places.length];
    },
    get places() {
      return typing().places.map((place) => ({ name: placeName(place), says: place.field.says }));
    },
    get options() {
      return typing().options;
    },
    async run(context, typed) {
      const { places, own } = typing();
      const input = {
        ...(await typedInput(typed, own, context)),
        ...(await wordsInput(typed.words.slice(first), places, context)),
      } as Input<M>;
      shown.check?.(input);
      await open(context, project, typed);
      const asked = (await shown.before?.(context, input, typed.options)) ?? input;
      const answer = await context.call(method, asked, (progress) =>
        context.status(shown.progress?.(progress) ?? plainProgress(progress)),
      );
      shown.refuses?.(answer, (line) => context.note(line));
      if (project !== 'read' && project !== 'none') await saveProjectFile(context);
      return {
        json: shown.json?.(answer) ?? plainJson(answer),
        human: shown.human?.(answer, asked) ?? plainTable(answer),
      };
    },
  };
}

/** How a call is typed. */
interface Typing {
  readonly places: readonly Place[];
  readonly options: readonly Option[];
  /** Those that are fields of its input. */
  readonly own: readonly Option[];
}

function typingOf(definition: AnyCall, line: CommandLine, more: readonly Option[]): Typing {
  const { project } = line;
  const own = optionsOf(definition, line);
  return {
    places: (line.positional ?? []).map((name) => {
      const field = fieldOf(definition.input.entries[name] as never);
      return { name, field, isList: field.schema.type === 'array' };
    }),
    options: [
      ...(project === 'make' ? [projectOption] : []),
      ...own,
      ...more,
      ...(project === 'make' || project === 'change' ? [recoverOption] : []),
    ],
    own,
  };
}

function usageOf(hasPlace: boolean, places: readonly Place[], options: readonly Option[]): string {
  const typed = places.map((place) => placeName(place));
  const needed = [...Map.groupBy(options, ({ path, name }) => path.join('.') || name).values()]
    .filter((ways) => ways.every(({ isNeeded }) => isNeeded === true))
    .map((ways) =>
      ways.map(({ name, placeholder }) => `--${name}${placeholder === null ? '' : ` ${placeholder}`}`),
    );
  return [...(hasPlace ? ['P'] : []), ...typed, ...needed.map((ways) => ways.join(' | '))].join(' ');
}

/** `WORD`, `FILE…`, `"…"` */
function placeName({ name, field, isList }: Place): string {
  const plain = kebab(isList ? name.replace(/s$/u, '') : name).toUpperCase();
  if (isList) return field.isOptional ? `[${plain}…]` : `${plain}…`;
  const { placeholder } = readingOf(field, name);
  return field.schema.type === 'picklist' ||
    (placeholder !== null && /^(?:P|OUT|FILE|DIR|VALUE|"…")$/u.test(placeholder))
    ? placeholder!
    : plain;
}

/** What was typed in places, each as its field is read. */
async function wordsInput(
  words: readonly string[],
  places: readonly Place[],
  context: CommandContext,
): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const [at, { name, field, isList }] of places.entries()) {
    const typed = words.slice(at, isList ? undefined : at + 1);
    if (typed.length === 0) continue;
    const of = isList ? fieldOf(field.schema.item!) : field;
    const { read } = readingOf(of, name.toUpperCase());
    const values = await Promise.all(typed.map((text) => read(text, context)));
    input[name] = isList ? values : values[0];
  }
  return input;
}

async function open(
  context: CommandContext,
  project: NonNullable<CommandLine['project']>,
  { words, options }: TypedLine,
): Promise<void> {
  const recover = options.has('recover');
  switch (project) {
    case 'read':
      await openProjectFile(context, words[0]!, { readOnly: true });
      break;
    case 'change':
      await openProjectFile(context, words[0]!, { recover });
      break;
    case 'make': {
      const path = options.get('project');
      if (path === undefined) throw new UsageError('--project is needed');
      await openProjectFile(context, path, { create: true, recover });
      break;
    }
    case 'opens':
    case 'none':
  }
}

function plainProgress(progress: unknown): string {
  const { phase, done, total } = progress as { phase: string; done: number; total: number };
  return total > 0 ? `${phase} ${Math.floor((100 * done) / total)} %` : phase;
}

/** Typed arrays become lists: they are no JSON. */
function plainJson(answer: unknown): unknown {
  if (ArrayBuffer.isView(answer)) return Array.from(answer as Float32Array);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      name,
      ArrayBuffer.isView(value) ? plainJson(value) : value,
    ]),
  );
}
