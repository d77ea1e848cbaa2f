import type { Readings, Taking } from '../../../contract/import.ts';
import type { Metadata } from '../../metadata.ts';
import type { Contents } from '../extracted.ts';
import { LeftOutCounts } from '../left-out.ts';
import { languageOf } from '../told-language.ts';
import {
  childNamed,
  childrenNamed,
  elementsIn,
  narrow,
  outermost,
  textWithin,
  xmlTree,
  type XmlElement,
} from '../xml-tree.ts';
import { GrowingText } from './growing-text.ts';
import { wordOutline } from './word-outline.ts';

/** What is no text of its own: annotation of other units than words, other readings, words of the people who annotate. */
const asides = new Set(
  [
    'metadata morphology phonology alt altlayers suggestion comment desc str relation content foreign-data pos lemma sense lang',
    'entities syntax dependencies chunking coreferences semroles timing sentiments observations spanrelations statements predicates',
    'complexalignments alignments domain metric feat subjectivity errordetection ph gap',
  ].flatMap((names) => names.split(' ')),
);
const units: Readonly<Record<string, string>> = {
  s: 'sentence',
  utt: 'sentence',
  p: 'paragraph',
  head: 'head',
};
/** Where nothing else is said, texts are of this class. */
const usualClass = 'current';

/**
 * FoLiA (proycon.github.io/folia): the words of one text class, with their lemmas and parts of speech; the deepest units that have text where
 * words have none. Of a correction the new reading counts unless `source` is chosen.
 * @throws AppError E_FILE_MALFORMED
 */
export function foliaContents(
  source: string,
  { take = [], tags = [], readings = 'edited' }: Taking,
): Contents {
  const root = xmlTree(source, 'FoLiA');
  const classes = classesIn(root);
  const textClass =
    take.find((name) => classes.has(name)) ??
    (classes.has(usualClass) ? usualClass : ([...classes.keys()][0] ?? usualClass));
  const fields = fieldsOf(root);
  const reading = new FoliaReading(textClass, readings, tags, fields);
  for (const one of outermost(root, 'text', 'speech')) reading.take(one);
  const parts = [...classes].map(([name, { count, sample }]) => ({ name, count, sample }));
  const document = { ...reading.extracted(), ...languageOf(String(fields['language'] ?? '')) };
  return {
    documents: document.text === '' ? [] : [document],
    leftOut: reading.leftOut.all(),
    outline: () => wordOutline(parts, [textClass], reading.tags, tags),
  };
}

class FoliaReading {
  readonly #textClass: string;
  readonly #readings: Readings;
  readonly #wanted: ReadonlySet<string>;
  readonly #text: GrowingText;
  readonly tags = new Map<string, number>();
  readonly leftOut = new LeftOutCounts();
  /** Some of the text stands in no word: all of it is cut by Firth. */
  #isCut = false;

  constructor(textClass: string, readings: Readings, tags: readonly string[], fields: Metadata) {
    this.#textClass = textClass;
    this.#readings = readings;
    this.#wanted = new Set(tags);
    this.#text = new GrowingText(fields);
  }

  /** An element of the structure, with all that stands in it. @returns whether it had text */
  take(element: XmlElement): boolean {
    if (element.name === 'w') return this.#word(element);
    const region = units[element.name];
    if (region !== undefined) {
      this.#text.endSentence();
      this.#text.regions.open(region, this.#text.end);
    }
    let hadText = false;
    for (const child of elementsIn(element)) hadText = this.#child(child) || hadText;
    if (!hadText) hadText = this.#running(element);
    if (region !== undefined) {
      this.#text.endSentence();
      this.#text.regions.close(region, this.#text.end);
    }
    return hadText;
  }

  #child(child: XmlElement): boolean {
    if (child.name === 'correction') return this.#corrected(child);
    if (child.name === 't' || asides.has(child.name) || child.attributes['auth'] === 'no') return false;
    return this.take(child);
  }

  /** New and original words of a correction; one that only has the other reading has none here. */
  #corrected(correction: XmlElement): boolean {
    const chosen = chosenReading(correction, this.#readings);
    if (elementsIn(correction).length > 1) this.leftOut.add('variants');
    let hadText = false;
    for (const child of chosen === undefined ? [] : elementsIn(chosen))
      hadText = this.#child(child) || hadText;
    // What was deleted had text.
    return hadText || chosen !== undefined;
  }

  #word(word: XmlElement): boolean {
    const form = narrow(this.#textOf(word) ?? '');
    if (form === '') return false;
    const [pos, lemma] = ['pos', 'lemma'].map((name) => this.#said(word, name)) as [string, string];
    this.tags.set(pos, (this.tags.get(pos) ?? 0) + 1);
    const start = this.#text.write(form);
    if (this.#wanted.size === 0 || this.#wanted.has(pos)) {
      this.#text.count(form, start, form.length);
      this.#text.say('lemma', 'lemma', lemma);
      this.#text.say('pos', 'pos', pos);
    }
    if (word.attributes['space'] === 'no') this.#text.glue();
    return true;
  }

  #running(element: XmlElement): boolean {
    const text = narrow(this.#textOf(element) ?? '');
    if (text === '') return false;
    this.#isCut = true;
    this.#text.write(text);
    return true;
  }

  #said(word: XmlElement, name: string): string {
    const own = childrenNamed(word, name)[0] ?? this.#inCorrections(word, name);
    return own?.attributes['class'] ?? '';
  }

  #inCorrections(
    element: XmlElement,
    name: string,
    isWanted: (element: XmlElement) => boolean = () => true,
  ): XmlElement | undefined {
    for (const correction of childrenNamed(element, 'correction')) {
      const chosen = chosenReading(correction, this.#readings);
      const found = chosen === undefined ? undefined : childrenNamed(chosen, name).find(isWanted);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Its own text in the class that is read. */
  #textOf(element: XmlElement): string | undefined {
    const isWanted = ({ attributes }: XmlElement) => (attributes['class'] ?? usualClass) === this.#textClass;
    if (childNamed(element, 'correction') !== undefined && element.name === 'w') this.leftOut.add('variants');
    const found = this.#inCorrections(element, 't', isWanted) ?? childrenNamed(element, 't').find(isWanted);
    return found === undefined ? undefined : this.#marked(found);
  }

  /** Text with markup in it: what was written before a correction stands in an attribute. */
  #marked(element: XmlElement): string {
    return element.children
      .map((child) => {
        if (typeof child === 'string') return child;
        if (child.name === 'br' || child.name === 't-hbr') return child.name === 'br' ? ' ' : '';
        if (child.name === 't-correction' && this.#readings === 'source')
          return child.attributes['original'] ?? this.#marked(child);
        return child.name === 't-gap' ? '' : this.#marked(child);
      })
      .join('');
  }

  extracted() {
    const { words, ...text } = this.#text.extracted(undefined);
    return this.#isCut || words === undefined ? text : { ...text, words };
  }
}

function chosenReading(correction: XmlElement, readings: Readings): XmlElement | undefined {
  const order = readings === 'source' ? ['original', 'current', 'new'] : ['new', 'current', 'original'];
  const [name] = order.filter((one) => childNamed(correction, one) !== undefined);
  // A suggestion alone corrects nothing.
  return name === undefined ? undefined : childNamed(correction, name);
}

interface TextClass {
  count: number;
  readonly sample: string;
}

/** The classes of text that a file has, in the order in which they come. */
function classesIn(root: XmlElement): ReadonlyMap<string, TextClass> {
  const classes = new Map<string, TextClass>();
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const child of elementsIn(next).toReversed())
      if (child.name !== 't') {
        if (!asides.has(child.name)) open.push(child);
      } else {
        const name = child.attributes['class'] ?? usualClass;
        const known = classes.get(name);
        if (known === undefined)
          classes.set(name, { count: 1, sample: narrow(textWithin(child)).slice(0, 80) });
        else known.count += 1;
      }
  return classes;
}

const taken = new Set(['title', 'author', 'date', 'language', 'genre', 'publisher']);

function fieldsOf(root: XmlElement): Metadata {
  const metadata = childNamed(root, 'metadata');
  const pairs = (metadata === undefined ? [] : outermost(metadata, 'meta')).map(
    (one) => [one.attributes['id'] ?? '', narrow(textWithin(one))] as const,
  );
  return Object.fromEntries(pairs.filter(([name, value]) => taken.has(name) && value !== ''));
}
