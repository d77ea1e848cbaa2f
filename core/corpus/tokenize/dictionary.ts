import type { Dictionary } from '../../contract/cutting.ts';
import { joinsAndSplits, type TokenRules } from './joins-and-splits.ts';
import { createLexicon } from './lexicon.ts';
import { normalForm, stemOf } from './normal-form.ts';
import { stemmersIn } from './stems.ts';
import { layersOfCutting } from './token-notes.ts';
import { createTokenizer, type Tokenizer, type TokenizerOptions } from './tokenizer.ts';

/**
 * A tokenizer that heeds a dictionary: its words are found before anything is cut, or joined where a text was cut before; what it
 * splits is split. Without entries it is the plain one.
 */
export function tokenizerWith(options: TokenizerOptions, { words, splits }: Dictionary): Tokenizer {
  if (words.length + splits.length === 0) return createTokenizer(options);
  const { lexicon } = options;
  stemmersIn(options.kernels);
  const normal = normalForm(options.language, options.settings);
  const idOf = (word: string) => lexicon.idOf(normal(word, 'word') ?? word);
  const cut = cutter(options);
  const rules: TokenRules = {
    joins: words.flatMap((word) => {
      const forms = cut(word);
      if (forms.length < 2) return [];
      const joined = /\s/u.test(word) ? lexicon.idOf(forms.join('_')) : idOf(word);
      return [{ ids: forms.map((form) => lexicon.idOf(form)), joined }];
    }),
    splits: new Map(
      splits.map((parts) => [
        idOf(parts.join('')),
        parts.map((part) => ({ id: idOf(part), length: part.length })),
      ]),
    ),
  };
  const layers = layersOfCutting(stemOf(options.language, options.settings) !== null).length;
  const changed = joinsAndSplits(rules, options.emit, layers);
  const ownWords = words.filter((word) => !/\s/u.test(word));
  const plain = createTokenizer({ ...options, ownWords, emit: (piece) => changed.add(piece) });
  return {
    push: (text) => plain.push(text),
    end() {
      const { dropped, respelled, layers } = plain.end();
      return { tokens: changed.end(), layers, dropped, respelled };
    },
  };
}

/** The forms that an entry is cut into where nothing is known of it. */
function cutter(options: TokenizerOptions): (entry: string) => readonly string[] {
  const lexicon = createLexicon();
  let forms: string[] = [];
  const tokenizer = createTokenizer({
    ...options,
    lexicon,
    emit: ({ ids }) => ids.forEach((id) => forms.push(lexicon.forms[id]!)),
  });
  return (entry) => {
    forms = [];
    tokenizer.push(entry);
    tokenizer.end();
    return forms;
  };
}
