import type { LayerKind, Outline, OutlinePart, Taking } from '../../contract/corpus.ts';
import type { Metadata } from '../metadata.ts';
import type { Contents, Extracted } from './extracted.ts';
import type { MarkupReader } from './reader.ts';
import { gatherRegions, layerName } from './regions.ts';

/**
 * Texts with a word a line: CoNLL-U, and the vertical text of Sketch Engine and the Corpus Workbench; and running text with a part of
 * speech behind each word, as `The/at jury/nn` or `The_DT jury_NN`.
 */
export const annotated: MarkupReader = {
  id: 'annotated',
  accepts: (file, head) => isConllU(file, head) || isVertical(file) || isTagged(headText(head)),
  read(source, taking) {
    if (/^\s*</.test(source)) return vertical(source, taking);
    if (isTagged(source.slice(0, 4096))) return taggedWords(source, taking);
    return isNumbered(source.slice(0, 65_536)) ? conllU(source, taking) : vertical(source, taking);
  },
};

const headText = (head: Uint8Array) => Buffer.from(head).toString('latin1').replaceAll('\0', '');

/** A word with its part of speech: any behind a stroke, behind an underscore (which phrases have too) capitals only. */
const taggedWord = /^(\S+)(?:\/([^\s/]{1,20})|_([A-Z$.,:;()#`'"-][A-Z0-9$.,:;()#`'"-]{0,9}))$/u;
const leastWords = 20;

function isTagged(head: string): boolean {
  // The last word may be cut.
  const words = head.replace(/\S*$/u, '').split(/\s+/u).filter(Boolean);
  const tagged = words.filter((word) => taggedWord.test(word));
  const tags = new Set(tagged.map((word) => word.replace(/^\S*[/_]/u, '')));
  // Every other word of a language has its tag in common with many; those of paths and fractions have not.
  return words.length >= leastWords && tagged.length > 0.95 * words.length && tags.size < 0.6 * tagged.length;
}

/** A line is a sentence. */
function taggedWords(source: string, { tags = [] }: Taking): Contents {
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
  return { documents: texts.all(), outline: () => layers([{ name: 'FORM', sample }], ['FORM'], found, tags) };
}

const isConllU = (file: string, head: Uint8Array) =>
  /\.(?:conll|conllu|conllup|cupt)$/i.test(file) ||
  /^(?:\ufeff)?(?:#[^\n]*\n)*1(?:-\d+)?\t[^\t\n]+(?:\t[^\t\n]+){8}\r?\n/.test(
    Buffer.from(head).toString('utf8'),
  );
/** Words are numbered in their sentence, or columns are named: otherwise the first column is the word. */
const isNumbered = (head: string) =>
  /^(?:\ufeff)?(?:#[^\n]*\n|\s*\n)*(?:\d+[-.])?\d+\t[^\t\n]+\t[^\t\n]+\t/.test(head) ||
  /^#\s*global\.columns\s*=/m.test(head);
const isVertical = (file: string) => /\.(?:vert|vrt|vertical)$/i.test(file);

/** A text as it grows, word by word. */
class GrowingText {
  #text = '';
  #glued = true;
  readonly forms: string[] = [];
  readonly starts: number[] = [];
  readonly lengths: number[] = [];
  readonly sentenceStarts: number[] = [];
  readonly #layers = new Map<string, { readonly kind: LayerKind; readonly values: string[] }>();
  readonly metadata: Metadata;
  readonly regions = gatherRegions();
  #atStart = true;

  constructor(metadata: Metadata) {
    this.metadata = metadata;
  }

  /** Written words come with a space before them, unless they are glued to what stands there. @returns where it stands */
  write(word: string): number {
    if (!this.#glued) this.#text += ' ';
    this.#glued = false;
    const start = this.#text.length;
    this.#text += word;
    return start;
  }

  count(form: string, start: number, length: number): void {
    if (this.#atStart) this.sentenceStarts.push(this.forms.length);
    this.#atStart = false;
    this.forms.push(form);
    this.starts.push(start);
    this.lengths.push(length);
  }

  /** Where the next word will stand, at the latest. */
  get end(): number {
    return this.#text.length;
  }

  /** Says something of the word that was counted last; of one that stands for several, of each. */
  say(name: string, kind: LayerKind, value: string): void {
    const number = this.forms.length - 1;
    if (number < 0 || value === '' || value === '_') return;
    const layer = this.#layers.get(name) ?? { kind, values: [] };
    this.#layers.set(name, layer);
    while (layer.values.length < number) layer.values.push('');
    layer.values[number] = layer.values[number] ? `${layer.values[number]}+${value}` : value;
  }

  glue(): void {
    this.#glued = true;
  }

  endSentence(): void {
    this.#atStart = true;
    if (this.#text === '' || this.#text.endsWith('\n')) return;
    this.#text += '\n';
    this.#glued = true;
  }

  extracted(part: string | undefined): Extracted {
    const { forms, starts, lengths, sentenceStarts, metadata } = this;
    const text = this.#text.trimEnd();
    const regions = this.regions.all(text.length);
    return {
      text,
      metadata,
      words: {
        forms,
        starts,
        lengths,
        sentenceStarts,
        layers: [...this.#layers].map(([name, { kind, values }]) => ({ name, kind, values })),
      },
      ...(regions === undefined ? {} : { regions }),
      ...(part === undefined ? {} : { part }),
    };
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }
}

class GrowingTexts {
  readonly #texts: { readonly text: GrowingText; readonly part: string | undefined }[] = [];
  text = new GrowingText({});
  #part: string | undefined;

  begin(part: string | undefined, metadata: Metadata): void {
    this.#keep();
    this.text = new GrowingText(metadata);
    this.#part = part;
  }

  #keep(): void {
    if (!this.text.isEmpty) this.#texts.push({ text: this.text, part: this.#part });
  }

  all(): Extracted[] {
    this.#keep();
    const several = this.#texts.length > 1;
    return this.#texts.map(({ text, part }, at) =>
      text.extracted(several ? (part ?? String(at + 1)) : undefined),
    );
  }
}

const conlluColumns = 'ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC'.split(' ');
const kinds: Readonly<Record<string, LayerKind>> = {
  LEMMA: 'lemma',
  UPOS: 'pos',
  XPOS: 'pos',
  FEATS: 'features',
  HEAD: 'head',
  DEPREL: 'relation',
};

const conlluLayers = ['FORM', 'LEMMA'] as const;

/**
 * CoNLL-U (universaldependencies.org/format.html). As FORM the words of the text are counted, contractions whole; as LEMMA the
 * lemma of each syntactic word, contractions in their parts. Empty nodes (`8.1`) are not of the text.
 */
function conllU(source: string, { take = [], tags = [] }: Taking): Contents {
  const lemmas = take.includes('LEMMA');
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const samples = new Map<string, string>();
  const texts = new GrowingTexts();
  let contraction = { last: 0, start: 0, length: 0 };
  let columns: readonly string[] = conlluColumns;
  for (const line of source.split(/\r?\n/)) {
    if (line === '') {
      texts.text.endSentence();
      contraction = { last: 0, start: 0, length: 0 };
      continue;
    }
    const document = /^#\s*newdoc(?:\s+id\s*=\s*(.*))?$/.exec(line);
    if (document !== null) texts.begin(document[1]?.trim(), document[1] ? { id: document[1].trim() } : {});
    const named = /^#\s*global\.columns\s*=\s*(.+)$/.exec(line);
    if (named !== null) columns = named[1]!.trim().split(/\s+/u);
    if (line.startsWith('#')) continue;
    const cells = line.split('\t');
    const cellOf = (name: string) => cells[columns.indexOf(name)] ?? '';
    const [id, form, lemma, tag, misc] = ['ID', 'FORM', 'LEMMA', 'UPOS', 'MISC'].map(cellOf) as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (form === '' || id.includes('.')) continue;
    const range = /^(\d+)-(\d+)$/.exec(id);
    const word = form.replaceAll(' ', '\u00a0');
    if (range !== null) {
      contraction = { last: Number(range[2]), start: texts.text.write(word), length: word.length };
      if (!lemmas && wanted.size === 0) texts.text.count(word, contraction.start, word.length);
    } else {
      found.set(tag, (found.get(tag) ?? 0) + 1);
      if (!samples.has('FORM')) samples.set('FORM', form).set('LEMMA', lemma);
      const isWithin = Number(id) <= contraction.last;
      const place = isWithin ? contraction : { start: texts.text.write(word), length: word.length };
      const isWanted = wanted.size === 0 || wanted.has(tag);
      if (isWanted && (lemmas || !isWithin || wanted.size > 0))
        texts.text.count(lemmas && lemma !== '_' && lemma !== '' ? lemma : word, place.start, place.length);
      if (isWanted && form !== '_')
        cells.forEach((cell, at) => {
          const column = columns[at] ?? '';
          if (!['', 'ID', 'FORM', 'MISC'].includes(column))
            texts.text.say(layerName(column.toLowerCase()), kinds[column] ?? 'other', cell);
        });
      if (isWithin) continue;
    }
    if (/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc)) texts.text.glue();
  }
  const parts = conlluLayers.map((name) => ({ name, sample: samples.get(name) ?? '' }));
  return {
    documents: texts.all(),
    outline: () => layers(parts, [lemmas ? 'LEMMA' : 'FORM'], found, tags),
  };
}

const layers = (
  parts: readonly OutlinePart[],
  taken: readonly string[],
  tags: ReadonlyMap<string, number>,
  takenTags: readonly string[],
): Outline => ({
  kind: 'layers',
  parts,
  taken,
  tags: [...tags]
    .filter(([name]) => name !== '_' && name !== '')
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 60),
  takenTags,
});

/**
 * Vertical text: a word a line with its attributes behind tabs, structures as tags on lines of their own; `<g/>` glues. Columns are
 * called by their numbers; the first is the word, and the second is taken for its part of speech.
 */
function vertical(source: string, { take = [], tags = [] }: Taking): Contents {
  const column = Math.max(1, Number(take[0] ?? 1) || 1);
  const wanted = new Set(tags);
  const found = new Map<string, number>();
  const texts = new GrowingTexts();
  let samples: readonly string[] = [];
  const declared = /^<!-- #vrt positional-attributes:([^\n]*?)-->/m.exec(source.slice(0, 65_536))?.[1];
  const names = declared?.trim().split(/\s+/u) ?? ['word', 'pos', 'lemma'];
  for (const line of source.split(/\r?\n/)) {
    if (/^<(?:\?.*\?|!.*)>\s*$/.test(line)) continue;
    const structure = /^<(\/?)([A-Za-z_][\w.-]*)((?:\s(?:[^"'<>]|"[^"]*"|'[^']*')*)?)\/?>\s*$/.exec(line);
    if (structure !== null) {
      const [, closing, name = '', attributes = ''] = structure;
      if (name === 'g') texts.text.glue();
      else if (/^(?:doc|text)$/i.test(name) && closing === '') {
        const metadata = attributesOf(attributes);
        texts.begin(metadata['id'] ?? metadata['title'] ?? metadata['name'], metadata);
      } else {
        texts.text.endSentence();
        if (closing === '')
          texts.text.regions.open(layerName(name), texts.text.end, { attributes: attributesOf(attributes) });
        if (closing !== '' || line.trimEnd().endsWith('/>'))
          texts.text.regions.close(layerName(name), texts.text.end);
      }
      continue;
    }
    const cells = line.split('\t');
    const word = unescaped(cells[0] ?? '')
      .trim()
      .replaceAll(' ', '\u00a0');
    if (word === '') continue;
    if (cells.length > samples.length) samples = cells;
    const tag = cells[1] ?? '';
    found.set(tag, (found.get(tag) ?? 0) + 1);
    const start = texts.text.write(word);
    if (wanted.size > 0 && !wanted.has(tag)) continue;
    const form = unescaped(cells[column - 1] ?? '').trim();
    texts.text.count(form === '' ? word : form, start, word.length);
    cells.forEach((cell, at) => {
      const name = names[at] ?? `column${at + 1}`;
      if (at > 0)
        texts.text.say(
          layerName(name),
          name === 'pos' || name === 'lemma' ? name : 'other',
          unescaped(cell.trim()),
        );
    });
  }
  const parts = samples.map((sample, at) => ({ name: String(at + 1), sample: sample.slice(0, 80) }));
  return { documents: texts.all(), outline: () => layers(parts, [String(column)], found, tags) };
}

/** More is no description of a text. */
const mostOfAttributes = 10_000;

function attributesOf(source: string): Record<string, string> {
  const found = [...source.slice(0, mostOfAttributes).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    found.map(
      ([, name, double, single]) => [name!, unescaped(double ?? single ?? '').slice(0, 300)] as const,
    ),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);
