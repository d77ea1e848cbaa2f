import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import { recordingName } from '../speech/recording-name.ts';
import { mostFrequent } from './most-frequent.ts';
import { languageOf } from '../told-language.ts';
import { tierContents } from '../speech/tier-contents.ts';
import type { Label, LabelWord, Tier } from '../speech/tier.ts';
import { childrenNamed, narrow, outermost, textWithin, xmlTree, type XmlElement } from '../xml-tree.ts';

/**
 * Interlinear texts of FieldWorks (`.flextext`): the words of each text in its own language, a phrase a sentence, with their glosses and parts of
 * speech; translations, glosses and morphemes are texts of their own on choice.
 */
export function flexTextContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'FLEx');
  const texts = outermost(root, 'interlinear-text');
  return tierContents(
    texts.flatMap((text, at) => tiersOf(text, at, texts.length > 1)),
    taking,
  );
}

/** An item says something of what it stands in: its type (`txt`, `gls`, `pos`), the language of that, and what. */
interface Item {
  readonly type: string;
  readonly lang: string;
  readonly text: string;
}

const itemsOf = (element: XmlElement): readonly Item[] =>
  childrenNamed(element, 'item').flatMap((item) => {
    const { type = '', lang = '' } = item.attributes;
    const text = narrow(textWithin(item));
    return text === '' ? [] : [{ type, lang, text }];
  });

function tiersOf(text: XmlElement, at: number, areSeveral: boolean): readonly Tier[] {
  const phrases = outermost(text, 'phrase');
  const words = phrases.map((phrase) =>
    outermost(phrase, 'word').map((word) => ({ word, items: itemsOf(word) })),
  );
  const main = mainLanguage(words.flatMap((all) => all.flatMap(({ items }) => items)));
  const others = new Map<
    string,
    { readonly aliases: readonly string[]; readonly language?: string; readonly labels: Label[] }
  >();
  const add = (level: string, { type, lang, text: said }: Item, about: Partial<Label>) => {
    const name = [level, type, lang].filter((part) => part !== '').join(' ');
    const own = others.get(name) ?? { aliases: [`${type} ${lang}`, type], ...languageOf(lang), labels: [] };
    const last = own.labels[own.labels.length - 1];
    // Glosses of the words of one phrase are one line.
    if (last?.order === about.order && last !== undefined)
      own.labels[own.labels.length - 1] = { ...last, text: `${last.text} ${said}` };
    else own.labels.push({ ...about, text: said });
    others.set(name, own);
  };
  const labels = phrases.map((phrase, order): Label => {
    const about = { order, ...timeOf(phrase) };
    const items = itemsOf(phrase);
    for (const item of items) if (!['txt', 'segnum', 'punct'].includes(item.type)) add('phrase', item, about);
    for (const { word, items: own } of words[order]!) {
      for (const item of own)
        if (item.type !== 'punct' && !(item.type === 'txt' && item.lang === main)) add('word', item, about);
      for (const morph of outermost(word, 'morph'))
        for (const item of itemsOf(morph)) add('morph', item, about);
    }
    const attributes = Object.fromEntries(
      items
        .filter(({ type }) => type !== 'txt')
        .map(({ type, lang, text: said }) => [`${type}_${lang}`, said]),
    );
    const { speaker } = phrase.attributes;
    return {
      ...phraseText(words[order]!, items, main),
      ...about,
      attributes: { ...attributes, ...(speaker === undefined ? {} : { speaker }) },
    };
  });
  const fields = fieldsOf(text, main);
  const group = areSeveral ? { group: fields['title'] ?? String(at + 1) } : {};
  return [
    {
      name: 'text',
      aliases: ['txt', main, `txt ${main}`, `word txt ${main}`],
      labels,
      fields,
      ...languageOf(main),
      ...group,
    },
    ...[...others].map(([name, own]): Tier => ({ name, ...own, fields, ...group, onChoice: true })),
  ];
}

/** The language that most words are written in. */
function mainLanguage(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const { type, lang } of items) if (type === 'txt') counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return mostFrequent(counts);
}

const opening = /^[\p{Ps}\p{Pi}¿¡]+$/u;

/** Words with their marks; a phrase without words is its own text. */
function phraseText(
  words: readonly { readonly word: XmlElement; readonly items: readonly Item[] }[],
  ofPhrase: readonly Item[],
  main: string,
): Pick<Label, 'text' | 'words'> {
  let text = '';
  let isOpened = true;
  const placed: LabelWord[] = [];
  for (const { word, items } of words) {
    const forms = items.filter(({ type }) => type === 'txt');
    const form = forms.find(({ lang }) => lang === main) ?? forms[0];
    const mark = items.find(({ type }) => type === 'punct');
    const written = form?.text ?? mark?.text;
    if (written === undefined) continue;
    const isMark = form === undefined;
    if (!isOpened && !(isMark && !opening.test(written))) text += ' ';
    const start = text.length;
    text += written;
    isOpened = isMark && opening.test(written);
    if (!isMark) placed.push({ start, length: written.length, values: valuesOf(word, items, form) });
  }
  if (placed.length > 0) return { text, words: placed };
  return { text: ofPhrase.find(({ type }) => type === 'txt')?.text ?? '' };
}

/** What is said of a word; by the name of its type alone in the first language that says it. */
function valuesOf(word: XmlElement, items: readonly Item[], form: Item): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const keep = (type: string, lang: string, text: string) => {
    const name = type in values ? `${type}_${lang}` : type;
    values[name] ??= text;
  };
  for (const item of items) if (item !== form && item.type !== 'punct') keep(item.type, item.lang, item.text);
  const morphs = outermost(word, 'morph').map(itemsOf);
  for (const [type, name] of [
    ['txt', 'morphemes'],
    ['cf', 'lexemes'],
    ['gls', 'morpheme_glosses'],
    ['msa', 'morpheme_pos'],
  ] as const) {
    const said = morphs.map((own) => own.find((item) => item.type === type)?.text ?? '');
    if (said.some((one) => one !== '')) values[name] = said.join(' ').trim();
  }
  return values;
}

/** FieldWorks counts milliseconds. */
function timeOf({ attributes }: XmlElement): Pick<Label, 'time'> {
  const start = Number.parseFloat(attributes['begin-time-offset'] ?? '');
  const end = Number.parseFloat(attributes['end-time-offset'] ?? '');
  return Number.isNaN(start) || Number.isNaN(end) ? {} : { time: { start, end } };
}

function fieldsOf(text: XmlElement, language: string): Record<string, string> {
  const items = itemsOf(text);
  const first = (type: string) => items.find((item) => item.type === type)?.text;
  const media = outermost(text, 'media')[0]?.attributes['location'];
  const fields = {
    title: first('title'),
    source: first('source'),
    comment: first('comment'),
    language,
    recording: media === undefined ? undefined : recordingName(media),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value.slice(0, 300)] as const] : [])),
  );
}
