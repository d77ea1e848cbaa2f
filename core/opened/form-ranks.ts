import { collated } from './collation.ts';
import { mainLanguage } from './corpus-words.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';

const formRanks = kept<Uint32Array>();

/** The place of every type in the order of the language that most of the corpus is in. */
export const formRanksOf = (opened: Opened): Uint32Array =>
  opened.remember(formRanks, 'all', () => {
    const { forms } = typesOf(opened);
    const ranks = new Uint32Array(forms.length);
    collated(opened.environment.kernels, mainLanguage(opened), forms).forEach(
      (type, rank) => (ranks[type] = rank),
    );
    return ranks;
  });
