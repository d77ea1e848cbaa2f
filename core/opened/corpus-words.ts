import { AppError } from '../contract/errors.ts';
import { caseFolded } from '../corpus/tokenize/orthography.ts';
import { foldedForms, spellingsOf, type WayOfCounting } from '../corpus/tokenize/spellings.ts';
import { languagesByTokens } from '../project/documents.ts';
import { findType, hasTypes, type StoredType } from '../project/types.ts';
import { lastCut } from './cutting.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';

const waysOfCounting = kept<WayOfCounting>();

/** How the corpus is counted: by the languages of its texts and the settings of its last cut. */
export const wayOfCounting = (opened: Opened): WayOfCounting =>
  opened.remember(waysOfCounting, 'all', () => {
    const { db } = opened.project;
    return { languages: languagesByTokens(db), tokens: lastCut(db).tokens };
  });

/** The language that most tokens are in (BCP 47); `und` where there are none. */
export const mainLanguage = (opened: Opened): string => wayOfCounting(opened).languages[0] ?? 'und';

/** The forms that a word may be counted under in the corpus, the likeliest first. */
export const spellings = (opened: Opened, word: string): readonly string[] =>
  spellingsOf(word, wayOfCounting(opened));

const folded = kept<ReadonlyMap<string, string>>();

/** The most frequent word that differs from this one by case alone. */
function foldedType(opened: Opened, word: string): StoredType | null {
  const forms = opened.remember(folded, 'all', () => {
    const { forms: all, counts } = typesOf(opened);
    return foldedForms([...all.keys()].sort((a, b) => counts[b]! - counts[a]!).map((id) => all[id]!));
  });
  const form = forms.get(caseFolded(word.trim()));
  return form === undefined ? null : findType(opened.project.db, form);
}

/** The type that a person means by a word; null where the corpus has none. */
export function typeMeant(opened: Opened, word: string): StoredType | null {
  const { db } = opened.project;
  for (const form of spellings(opened, word)) {
    const type = findType(db, form);
    if (type !== null && type.count > 0) return type;
  }
  return foldedType(opened, word);
}

/** The same. @throws AppError E_NO_CORPUS, E_WORD_UNKNOWN */
export function knownType(opened: Opened, word: string): StoredType {
  const { db } = opened.project;
  const type = typeMeant(opened, word);
  if (type !== null) return type;
  if (!hasTypes(db)) throw new AppError('E_NO_CORPUS');
  throw new AppError('E_WORD_UNKNOWN', { word });
}
