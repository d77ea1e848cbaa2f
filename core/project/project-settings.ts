import * as v from 'valibot';
import type { FieldKind, SubCorpus } from '../contract/corpus.ts';
import type { Dictionary, TokenSettings } from '../contract/cutting.ts';
import { conditions, dictionary, name } from '../contract/fields.ts';
import { storedSettings } from '../contract/settings/schema.ts';
import { tokenTable } from '../contract/settings/tokens.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { readSettingJson, writeSetting } from './settings.ts';
import { readStored, storedOrNull } from './stored-json.ts';

/** What a person set for a whole project, by the names under which it is stored. */
export interface ProjectSettings {
  readonly dictionary: Dictionary;
  /** What a person decided on the kinds of fields. */
  readonly fieldKinds: readonly (readonly [field: string, kind: FieldKind])[];
  /** Sub-corpora that a person gave names to. */
  readonly subCorpora: readonly SubCorpus[];
}

const schemas: { readonly [K in keyof ProjectSettings]: v.GenericSchema<unknown, ProjectSettings[K]> } = {
  dictionary,
  fieldKinds: v.array(v.tuple([name, v.picklist(['text', 'number', 'date'])])),
  subCorpora: v.array(v.object({ name, conditions })),
};

/** Whether a stored setting is one of these and has its form, or none of these at all. */
export function fitsProjectSetting(setting: string, json: string): boolean {
  const known = projectSettingNames.find((one) => one === setting);
  return known === undefined || storedOrNull(schemas[known], json) !== null;
}

export const projectSettingNames = Object.keys(schemas) as readonly (keyof ProjectSettings)[];

/** Undefined when it was never set. @throws AppError E_DAMAGED */
export function readProjectSetting<K extends keyof ProjectSettings>(
  db: ReadDb,
  setting: K,
): ProjectSettings[K] | undefined {
  const json = readSettingJson(db, setting);
  const schema: v.GenericSchema<unknown, ProjectSettings[K]> = schemas[setting];
  return json === undefined ? undefined : readStored(schema, json, `setting ${setting}`);
}

export const writeProjectSetting = <K extends keyof ProjectSettings>(
  db: WriteDb,
  setting: K,
  value: ProjectSettings[K],
): void => writeSetting(db, setting, value);

/** How texts were cut as they were imported or cut anew, as far as it was stored. */
export interface CutRecord {
  readonly tokens?: TokenSettings;
  readonly dictionary?: Dictionary;
  /** Of the program that cut; imports of before it was kept have none. */
  readonly rules?: string;
}

export const cutRecord: v.GenericSchema<unknown, CutRecord> = v.pipe(
  v.nullable(
    v.object({
      tokens: v.exactOptional(
        storedSettings<typeof tokenTable, TokenSettings>(tokenTable, ['wordForm', 'stemLayer', 'marks']),
      ),
      dictionary: v.exactOptional(dictionary),
      rules: v.exactOptional(v.string()),
    }),
  ),
  v.transform((found) => found ?? {}),
);

/** Of every import, oldest first. @throws AppError E_DAMAGED */
export const readCuts = (db: ReadDb): readonly CutRecord[] =>
  db
    .prepare<[], string>('SELECT settings FROM imports ORDER BY id')
    .pluck()
    .all()
    .map((json) => readStored(cutRecord, json, 'settings of an import'));
