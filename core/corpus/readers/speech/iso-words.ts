import { narrow, textWithin, type XmlElement, type XmlNode } from '../xml-tree.ts';
import type { Label, LabelWord } from './tier.ts';

/** Annotations of words by their ids. */
export type SaidOfWords = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What is heard beside words, and notes of who wrote them down. */
const notSaid = new Set([
  'desc',
  'gap',
  'incident',
  'kinesic',
  'note',
  'pause',
  'vocal',
  'shift',
  'spanGrp',
  'fw',
]);

/** Attributes of a word that say what it is. */
const attributes = ['lemma', 'pos', 'msd', 'norm', 'phon'] as const;

/** What is said in a segment: its words, where it gives them, or else its text. */
export function wordsIn(segment: XmlElement, said: SaidOfWords): Label {
  const words: LabelWord[] = [];
  let text = '';
  let given = false;
  let isJoined = false;
  const visit: XmlNode[] = [...segment.children].reverse();
  for (let next = visit.pop(); next !== undefined; next = visit.pop()) {
    if (typeof next === 'string') {
      text += next;
      continue;
    }
    if (notSaid.has(next.name)) continue;
    if (next.name !== 'w' && next.name !== 'pc') {
      for (const child of next.children.toReversed()) visit.push(child);
      continue;
    }
    given = true;
    const form = narrow(textWithin(next, notSaid));
    const { join = '' } = next.attributes;
    const isGlued =
      isJoined ||
      join === 'left' ||
      join === 'both' ||
      (next.name === 'pc' && !/^\p{Ps}|^\p{Pi}/u.test(form));
    text = text.trimEnd();
    if (text !== '' && !isGlued) text += ' ';
    isJoined = join === 'right' || join === 'both' || (next.name === 'pc' && /^\p{Ps}|^\p{Pi}/u.test(form));
    const start = text.length;
    text += form;
    if (next.name === 'w' && form !== '')
      words.push({ start, length: form.length, values: valuesOf(next, said) });
  }
  return given ? { text: text.trimEnd(), words } : { text: narrow(text) };
}

function valuesOf(word: XmlElement, said: SaidOfWords): Readonly<Record<string, string>> {
  const own = attributes.flatMap((name) => {
    const value = word.attributes[name] ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(own), ...said.get(word.attributes['xml:id'] ?? '') };
}
