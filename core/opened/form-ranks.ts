import { listDocuments } from '../project/documents.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';

const formRanks = kept<Uint32Array>();

/** The place of every type in the order of the language that the first text is in. */
export const formRanksOf = (opened: Opened): Uint32Array =>
  opened.remember(formRanks, 'all', () => {
    const { forms } = typesOf(opened);
    const language = listDocuments(opened.project.db, { limit: 1 })[0]?.language ?? 'und';
    // Without a language, the order that all languages begin from: never that of the computer, which would differ elsewhere.
    const collator = new Intl.Collator(language === 'und' ? 'en' : language);
    const order = Uint32Array.from(forms.keys()).sort(
      (a, b) => collator.compare(forms[a]!, forms[b]!) || (forms[a]! < forms[b]! ? -1 : 1),
    );
    const ranks = new Uint32Array(forms.length);
    order.forEach((type, rank) => (ranks[type] = rank));
    return ranks;
  });
