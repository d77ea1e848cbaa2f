import {
  defaultTokenSettings,
  emptyDictionary,
  type Dictionary,
  type TokenSettings,
} from '../contract/corpus.ts';
import { isCutOtherwise } from '../corpus/tokenize/cutting-rules.ts';
import type { ReadDb } from '../project/connection.ts';
import { listImports } from '../project/documents.ts';
import { readSetting } from '../project/settings.ts';

export const dictionarySetting = 'dictionary';

/** The project’s own dictionary. */
export const dictionaryOf = (db: ReadDb): Dictionary =>
  (readSetting(db, dictionarySetting) as Dictionary | undefined) ?? emptyDictionary;

interface StoredCut {
  readonly tokens?: TokenSettings;
  readonly dictionary?: Dictionary;
  /** Of the program that cut; imports of before it was kept have none. */
  readonly rules?: string;
}

export interface LastCut {
  readonly tokens: TokenSettings;
  readonly dictionary: Dictionary;
  /** Some texts were cut by rules and dictionaries of another version: cut anew, they would come out otherwise. */
  readonly otherwise: boolean;
}

/** How the corpus was cut last; what an import without settings would be cut by when there is none. */
export function lastCut(db: ReadDb): LastCut {
  const cuts = listImports(db).map(({ settings }) => settings as StoredCut | null);
  const last = cuts.at(-1);
  return {
    tokens: last?.tokens ?? defaultTokenSettings,
    dictionary: last?.dictionary ?? emptyDictionary,
    otherwise: cuts.some((cut) => isCutOtherwise(cut?.rules)),
  };
}
