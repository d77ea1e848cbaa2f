import * as v from 'valibot';
import type { Setting, SettingsOf, SettingsTable } from './setting.ts';

// Schemas of settings, made of their tables.

/** What kind of value a setting has. Ranges are not looked at: whoever uses the settings says what is wrong with them. */
function valueOf(row: Setting): v.GenericSchema {
  switch (row.kind) {
    case 'number':
      return v.number();
    case 'choice':
      return v.picklist(row.of);
    case 'flag':
      return v.boolean();
    case 'words':
      return v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.maxLength(10_000));
    case 'name':
      return v.pipe(v.string(), v.maxLength(200));
  }
}

type Changeable<T> = T extends readonly (infer One)[] ? One[] : T;

/** Some settings of a table, for a call; the others are decided by the engine. */
export type ChosenSettings<T extends SettingsTable> = v.StrictObjectSchema<
  {
    readonly [K in keyof T]: v.ExactOptionalSchema<v.GenericSchema<Changeable<T[K]['byDefault']>>, undefined>;
  },
  undefined
>;

const described = (row: Setting) =>
  v.pipe(valueOf(row), v.description(row.says), v.metadata({ setting: row }));

export function chosenSettings<const T extends SettingsTable>(table: T) {
  const entries = Object.fromEntries(
    Object.entries(table).map(([name, row]) => [name, v.exactOptional(described(row))]),
  );
  return v.strictObject(entries) as unknown as ChosenSettings<T>;
}

/**
 * Settings as something stored them: kinds and choices must fit. What is missing was not there to be chosen then and has its
 * default; what is unknown is of a later version and is left out.
 * @param absent settings that are left out where nothing was chosen
 */
export function storedSettings<const T extends SettingsTable, Settings = SettingsOf<T>>(
  table: T,
  absent: readonly string[] = [],
): v.GenericSchema<unknown, NoInfer<Settings>> {
  const entries = Object.entries(table).map(([name, row]) => [
    name,
    absent.includes(name)
      ? v.exactOptional(valueOf(row))
      : v.exactOptional(valueOf(row), row.byDefault as never),
  ]);
  return v.object(Object.fromEntries(entries) as v.ObjectEntries) as unknown as v.GenericSchema<
    unknown,
    Settings
  >;
}

type WholeSettings<Settings> = v.GenericSchema<Partial<Settings>, Settings> & {
  readonly entries: v.ObjectEntries;
};

/**
 * All settings of a table: what is not chosen has its default.
 * @param absent settings that are left out where nothing was chosen
 */
export const wholeSettings = <Settings extends object>(
  table: Readonly<Record<keyof Settings, Setting>>,
  absent: readonly (keyof Settings)[],
): WholeSettings<Settings> => {
  const entries = Object.entries<Setting>(table).map(([name, row]) => [
    name,
    absent.some((one) => one === name)
      ? v.exactOptional(described(row))
      : v.exactOptional(described(row), row.byDefault as never),
  ]);
  const schema = v.strictObject(Object.fromEntries(entries) as v.ObjectEntries);
  return schema as unknown as WholeSettings<Settings>;
};
