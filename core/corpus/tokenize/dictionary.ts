import type { Dictionary } from '../../contract/cutting.ts';
import { standsSpaced } from '../spaces.ts';
import { unit, unitClasses } from './character-classes.ts';
import { joinsAndSplits, type TokenRules } from './joins-and-splits.ts';
import { createLexicon } from './lexicon.ts';
import { kindOf, layerBeside, normalForm, stemOf, type NormalForm } from './normal-form.ts';
import { putMatches } from './put-matches.ts';
import { tellingUnits } from './scanner.ts';
import { stemmersIn } from './stems.ts';
import { textEntries, textMatcher } from './text-matches.ts';
import { layersOfCutting } from './token-notes.ts';
import { createTokenizer, type Tokenizer, type TokenizerOptions } from './tokenizer.ts';
import { classesFor } from './word-scanner.ts';

/** Entries that are more than the letters of one word: with signs, spaces, or letters of a script without spaces. */
const isMoreThanLetters = /[^\p{L}\p{M}]/u;
const isUnspaced = (word: string) =>
  Array.from(word).some((one) => unitClasses[one.charCodeAt(0)] === unit.unspaced);

/**
 * A tokenizer that heeds a dictionary: its words are found in the text as they are written there, with all their signs, before anything
 * is cut; what it splits is split. Where words are counted by their stems, its phrases may be written with other endings, with nothing
 * but spaces between their words. Without entries it is the plain one.
 */
export function tokenizerWith(options: TokenizerOptions, { words, splits }: Dictionary): Tokenizer {
  if (words.length + splits.length === 0) return createTokenizer(options);
  const { language, lexicon, settings } = options;
  stemmersIn(options.kernels);
  const normal = normalForm(language, settings);
  const idOf = (word: string) => lexicon.idOf(normal(word, 'word') ?? word);
  const stem = stemOf(language, settings);
  const rules: TokenRules = {
    joins: stem === null ? [] : stemJoins(options, words),
    splits: new Map(
      splits.map((parts) => [
        idOf(parts.join('')),
        parts.map((part) => ({ id: idOf(part), length: part.length })),
      ]),
    ),
  };
  const layers = layersOfCutting(layerBeside(language, settings));
  const changed = joinsAndSplits(rules, options.emit, layers.length);
  const sought = words.filter((word) => isMoreThanLetters.test(word) || isUnspaced(word));
  const isCutByHand = settings.method === 'spaced';
  const matcher = textMatcher(
    textEntries(sought, language, settings),
    sought,
    (beginning) =>
      classesFor(
        language,
        options.method,
        isCutByHand || (options.method === 'spaced' && standsSpaced(beginning)),
      ),
    tellingUnits,
  );
  const ids = sought.map((word) => lexicon.idOf(wordOf(word, normal)));
  const put = putMatches(
    (entry) => ids[entry]!,
    (raw) => {
      const form = normal(raw, kindOf(raw));
      return form === null || form === '' ? null : lexicon.idOf(form);
    },
    (token) => changed.add(token),
    rules.joins.length > 0,
  );
  // Stretches of scripts without spaces are cut around them.
  const ownWords = sought.filter((word) => isUnspaced(word) && !/\s/u.test(word));
  const plain = createTokenizer({ ...options, ownWords, emit: (piece) => put.add(piece) });
  return {
    push(text) {
      put.read(text, matcher.read(text, false), matcher.decided);
      plain.push(text);
    },
    end() {
      put.read('', matcher.read('', true), Infinity);
      const { dropped, respelled, layers } = plain.end();
      put.end();
      return { tokens: changed.end(), layers, dropped, respelled };
    },
  };
}

/** What an entry counts as: the words of a phrase are joined by low lines. */
const wordOf = (entry: string, normal: NormalForm) =>
  entry
    .split(/\s+/u)
    .map((part) => normal(part, 'word') ?? part)
    .join('_');

/** Phrases by the stems of their words. */
function stemJoins(options: TokenizerOptions, words: readonly string[]): TokenRules['joins'] {
  const cut = cutter(options);
  const { lexicon } = options;
  return words.flatMap((word) => {
    const forms = /^[\p{L}\p{M}\s]+$/u.test(word) && /\s/u.test(word) ? cut(word) : [];
    if (forms.length < 2) return [];
    return [{ ids: forms.map((form) => lexicon.idOf(form)), joined: lexicon.idOf(forms.join('_')) }];
  });
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
