import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { GrowingTexts } from './growing-text.ts';
import { wordOutline } from './word-outline.ts';

/** A word with its part of speech: any behind a stroke, behind an underscore (which phrases have too) capitals only. */
const taggedWord = /^(\S+)(?:\/([^\s/]{1,20})|_([A-Z$.,:;()#`'"-][A-Z0-9$.,:;()#`'"-]{0,9}))$/u;
/** `<w>goats</w>`: a stroke that no part of speech follows. */
const endTag = /<\/[\p{L}_]/u;
const leastWords = 20;

/** Whether a text is written as `The/at jury/nn` or `The_DT jury_NN`. */
export function isTagged(head: string): boolean {
  // The last word may be cut.
  const words = head.replace(/\S*$/u, '').split(/\s+/u).filter(Boolean);
  const tagged = words.filter((word) => taggedWord.test(word) && !endTag.test(word));
  const tags = new Set(tagged.map((word) => word.replace(/^\S*[/_]/u, '')));
  // Every other word of a language has its tag in common with many; those of paths and fractions have not.
  return words.length >= leastWords && tagged.length > 0.95 * words.length && tags.size < 0.6 * tagged.length;
}

/** A line is a sentence. */
export function taggedWords(source: string, { tags = [] }: Taking): Contents {
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const texts = new GrowingTexts();
  let sample = '';
  for (const line of source.split(/\r?\n/u)) {
    for (const token of line.split(/\s+/u).filter(Boolean)) {
      const [, word = token, behindStroke, behindUnderscore] = taggedWord.exec(token) ?? [];
      const tag = behindStroke ?? behindUnderscore ?? '_';
      if (sample === '') sample = word;
      found.set(tag, (found.get(tag) ?? 0) + 1);
      const start = texts.text.write(word);
      if (wanted.size === 0 || wanted.has(tag)) texts.text.count(word, start, word.length);
    }
    texts.text.endSentence();
  }
  return {
    documents: texts.all(),
    outline: () => wordOutline([{ name: 'FORM', sample }], ['FORM'], found, tags),
  };
}
