import {
  defaultTokenSettings,
  emptyDictionary,
  type Dictionary,
  type TokenSettings,
} from '../contract/corpus.ts';
import type { ReadDb } from '../project/connection.ts';
import { listImports } from '../project/documents.ts';
import { readSetting } from '../project/settings.ts';

export const dictionarySetting = 'dictionary';

/** The project’s own dictionary. */
export const dictionaryOf = (db: ReadDb): Dictionary =>
  (readSetting(db, dictionarySetting) as Dictionary | undefined) ?? emptyDictionary;

/** How the corpus was cut last; what an import without settings would be cut by when there is none. */
export function lastCut(db: ReadDb): { readonly tokens: TokenSettings; readonly dictionary: Dictionary } {
  const settings = listImports(db).at(-1)?.settings as
    { tokens?: TokenSettings; dictionary?: Dictionary } | null | undefined;
  return {
    tokens: settings?.tokens ?? defaultTokenSettings,
    dictionary: settings?.dictionary ?? emptyDictionary,
  };
}
