import * as v from 'valibot';
import type { AnyCall, CommandLine } from '../contract/call.ts';
import type { Typed } from '../contract/fields.ts';
import type { Setting } from '../contract/settings/setting.ts';
import { settingOption } from './setting-options.ts';
import { choicesOf } from './choices.ts';
import type { CommandContext } from './command-context.ts';
import type { Option, Reading } from './option.ts';
import {
  readChoice,
  readConditions,
  readCount,
  readCounts,
  readDictionaryFile,
  readFieldValue,
  readFile,
  readJson,
  readList,
  readNumber,
  readOrder,
  readText,
} from './readings.ts';

/** What a schema of valibot is made of, as far as it matters here. */
interface Schema {
  readonly type: string;
  readonly wrapped?: Schema;
  readonly default?: unknown;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly pipe?: readonly (Schema & { readonly kind: string })[];
}

/** A field of an input, seen through its wrapping. */
export interface Field {
  readonly schema: Schema;
  readonly says: string;
  readonly typed: Typed | undefined;
  readonly setting: Setting | undefined;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  readonly byDefault: unknown;
}

const wrappers = ['exact_optional', 'optional', 'nullable'];

export function fieldOf(outer: Schema): Field {
  let schema = outer;
  let says = '';
  let metadata: { readonly typed?: Typed; readonly setting?: Setting } = {};
  const found = new Set<string>();
  for (;;) {
    const known = schema as unknown as v.GenericSchema;
    says ||= v.getDescription(known) ?? '';
    metadata = { ...v.getMetadata(known), ...metadata };
    if (!wrappers.includes(schema.type) || schema.wrapped === undefined) break;
    found.add(schema.type);
    schema = schema.wrapped;
  }
  return {
    schema,
    says,
    typed: metadata.typed,
    setting: metadata.setting,
    isOptional: found.has('exact_optional') || found.has('optional'),
    isNullable: found.has('nullable'),
    byDefault: outer.default,
  };
}

/** `minCount` → `min-count` */
export const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

const isWhole = ({ pipe = [] }: Schema): boolean =>
  pipe.some((action) => action.type === 'integer' || (action.kind === 'schema' && isWhole(action)));

/** A word for the value, and how it is read. */
export function readingOf(
  { schema, typed, isNullable }: Field,
  what: string,
): { readonly placeholder: string | null; readonly read: Reading } {
  switch (typed) {
    case 'file':
      return { placeholder: 'FILE', read: readFile };
    case 'folder':
      return { placeholder: 'DIR', read: readFile };
    case 'project':
      return { placeholder: 'P', read: readFile };
    case 'target':
      return { placeholder: 'OUT', read: readFile };
    case 'prose':
      return { placeholder: '"…"', read: readText };
    case 'order':
      return { placeholder: 'R1,L1', read: readOrder(what) };
    case 'conditions':
      return { placeholder: '"year=..1850"', read: readConditions };
    case 'dictionary':
      return { placeholder: 'FILE', read: readDictionaryFile };
    case 'value':
      return { placeholder: 'VALUE', read: readFieldValue };
    default:
  }
  switch (schema.type) {
    case 'boolean':
      return { placeholder: null, read: () => true };
    case 'number':
      return { placeholder: 'N', read: isWhole(schema) ? readCount(what) : readNumber(what) };
    case 'string':
      return { placeholder: 'X', read: readText };
    case 'picklist':
      return choiceReading(what, schema.options as readonly string[], isNullable);
    case 'array':
      if (schema.item?.type === 'string') return { placeholder: 'a,b', read: readList };
      if (schema.item?.type === 'number') return { placeholder: '1,2', read: readCounts(what) };
      break;
    default:
  }
  return { placeholder: 'JSON', read: readJson(what) };
}

function choiceReading(what: string, of: readonly string[], isNullable: boolean) {
  const read = readChoice(what, isNullable ? [...of, 'auto'] : of);
  return {
    placeholder: choicesOf(of),
    read: isNullable
      ? (text: string, context: CommandContext) => (text === 'auto' ? null : read(text, context))
      : read,
  };
}

/** A default as it would be typed; nothing where it is the absence of a choice. */
function typedDefault(value: unknown): { readonly byDefault?: string } {
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? { byDefault: String(value) }
    : {};
}

/** The choices that the line does not name are named behind it. */
function withChoices(says: string, { type, options = [] }: Schema, byDefault: unknown): string {
  if (type !== 'picklist') return says;
  const unnamed = options.filter((one) => one !== byDefault && !says.includes(`\`${String(one)}\``));
  return unnamed.length === 0 ? says : `${says}; or ${unnamed.map((one) => `\`${String(one)}\``).join(', ')}`;
}

/** Every option that a call has, but for fields that are typed in their places. */
export function optionsOf(definition: AnyCall, command: CommandLine): readonly Option[] {
  const positional: readonly string[] = command.positional ?? [];
  const names: Readonly<Record<string, string | undefined>> = command.options ?? {};
  const options = Object.entries(definition.input.entries as unknown as Readonly<Record<string, Schema>>)
    .filter(([field]) => !positional.includes(field))
    .flatMap(([field, schema]) => fieldOptions([field], schema, names, ''));
  // A setting that a call has beside its settings too is the call’s.
  return options.filter(({ name }, at) => options.findIndex((one) => one.name === name) === at);
}

function fieldOptions(
  path: readonly string[],
  schema: Schema,
  names: Readonly<Record<string, string | undefined>>,
  prefix: string,
): readonly Option[] {
  const field = fieldOf(schema);
  const own = path.at(-1)!;
  const name = names[own] ?? kebab(own);
  if (field.typed === 'texts' || field.typed === 'part') return textsOptions(path, field);
  if (field.typed === 'group' || field.typed === 'prefixed') {
    const within = field.typed === 'group' ? prefix : `${prefix}${name}-`;
    return Object.entries(field.schema.entries ?? {}).flatMap(([inner, one]) =>
      fieldOptions([...path, inner], one, names, within),
    );
  }
  if (field.setting !== undefined) return [settingOption(field.setting, path, prefix, name)];
  const whole = `${prefix}${name}`;
  return [
    {
      name: whole,
      path,
      says: withChoices(field.says, field.schema, field.byDefault),
      ...typedDefault(field.byDefault),
      isNeeded: !field.isOptional,
      ...readingOf(field, `--${whole}`),
    },
  ];
}

/**
 * The ways of saying which texts are meant. Where a call asks for others than its `texts`, the name of the field says which:
 * `--target "year=..1850"`, `--target-sub-corpus NAME`.
 */
function textsOptions(path: readonly string[], { says, isOptional, typed }: Field): readonly Option[] {
  const own = path.at(-1)!;
  const [where, prefix] = own === 'texts' ? ['where', ''] : [kebab(own), `${kebab(own)}-`];
  const documents = `${prefix}documents`;
  const readDocuments: Reading = (text, context) => ({
    documents: readCounts(`--${documents}`)(text, context),
  });
  const ways: readonly Omit<Option, 'path' | 'isNeeded'>[] = [
    {
      name: where,
      placeholder: '"year=..1850"',
      says: `${says}: those that fulfil every condition, with values (\`author=Austen|Shelley\`) or the ends of a range, either of which may be missing`,
      read: (text, context) => ({ conditions: readConditions(text, context) }),
    },
    {
      name: `${prefix}sub-corpus`,
      placeholder: 'NAME',
      says: `${says}: those of a sub-corpus of the project`,
      read: (text) => ({ subCorpus: text }),
    },
    {
      name: documents,
      placeholder: '1,2',
      says: `${says}: those with these ids, as \`firth documents\` names them`,
      read: readDocuments,
    },
    { name: `${prefix}all`, placeholder: null, says: 'all texts', read: () => 'all' },
  ];
  return ways
    .filter(
      ({ name }) => !(name === documents && typed === 'part') && !(name === `${prefix}all` && isOptional),
    )
    .map((one) => ({ ...one, path, isNeeded: !isOptional }));
}
