import {
  defaultTokenSettings,
  emptyDictionary,
  type Dictionary,
  type TokenSettings,
} from '../contract/cutting.ts';
import { isCutOtherwise } from '../corpus/tokenize/cutting-rules.ts';
import type { ReadDb } from '../project/connection.ts';
import { readCuts, readProjectSetting } from '../project/project-settings.ts';

/** The project’s own dictionary. */
export const dictionaryOf = (db: ReadDb): Dictionary =>
  readProjectSetting(db, 'dictionary') ?? emptyDictionary;

export interface LastCut {
  readonly tokens: TokenSettings;
  readonly dictionary: Dictionary;
  /** Some texts were cut by rules and dictionaries of another version: cut anew, they would come out otherwise. */
  readonly otherwise: boolean;
}

/** How the corpus was cut last; what an import without settings would be cut by when there is none. */
export function lastCut(db: ReadDb): LastCut {
  const cuts = readCuts(db);
  const { tokens = defaultTokenSettings, dictionary = emptyDictionary } = cuts.at(-1) ?? {};
  return { tokens, dictionary, otherwise: cuts.some(({ rules }) => isCutOtherwise(rules)) };
}
