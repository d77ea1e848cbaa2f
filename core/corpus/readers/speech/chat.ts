import type { MarkupReader } from '../reader.ts';
import { asciiOf } from '../root-element.ts';
import { languageOf } from '../told-language.ts';
import { narrow } from '../xml-tree.ts';
import { chatHeader } from './chat-header.ts';
import { morphology, type WordValues } from './chat-morphology.ts';
import { mainLine, type ChatWord } from './chat-words.ts';
import { tierContents } from './tier-contents.ts';
import type { Label, LabelWord, Tier } from './tier.ts';

const beginning = /^\s*@(?:UTF8|Begin|Font:|PID:|Window:|Color words:|Options:)/;

/**
 * CHAT, the format of CHILDES and TalkBank: what each speaker says is a text, a main line a sentence; dependent tiers on choice. Lemma, part
 * of speech and relations of `%mor` and `%gra` stay with the words.
 */
export const chat: MarkupReader = {
  id: 'chat',
  accepts(file, head) {
    const text = asciiOf(head);
    return beginning.test(text) || (/\.cha$/i.test(file) && /^[@*%]\w[^\n]*:\t/m.test(text));
  },
  read(source, taking) {
    const lines = logicalLines(source);
    const { fields, speakers } = chatHeader(
      lines.flatMap(({ sign, name, value }) => (sign === '@' ? [[name, value]] : [])),
    );
    const tiers = tiersOf(lines).map((tier): Tier => {
      const own = tier.speaker === undefined ? undefined : speakers.get(tier.speaker);
      const told = own?.['language'] ?? fields['languages'];
      return {
        ...tier,
        ...(own === undefined ? {} : { fields: own }),
        ...languageOf(String(told ?? '').split(',')[0]),
      };
    });
    return tierContents(tiers, taking, { fields });
  },
};

interface ChatLine {
  /** `@` a header, `*` a main line, `%` what depends on it. */
  readonly sign: string;
  readonly name: string;
  readonly value: string;
}

/** A line goes on in those behind it that begin with a tab; blank ones belong to none. */
function logicalLines(source: string): readonly ChatLine[] {
  const whole: string[][] = [];
  for (const line of source.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    if (/^[@*%]/.test(line)) whole.push([line]);
    else if (line.trim() !== '') whole[whole.length - 1]?.push(line.trim());
  }
  return whole.map((parts) => {
    const [, sign = '', name = '', value = ''] = /^([@*%])([^:\t]*):?\s*([^]*)$/.exec(parts.join(' ')) ?? [];
    return { sign, name: name.trim(), value: value.trim() };
  });
}

/** A main line with what hangs on it. */
interface Utterance {
  readonly speaker: string;
  readonly line: string;
  readonly dependent: Map<string, string>;
  readonly gem: string;
}

function utterancesOf(lines: readonly ChatLine[]): readonly Utterance[] {
  const utterances: Utterance[] = [];
  let gem = '';
  for (const { sign, name, value } of lines) {
    if (sign === '*') utterances.push({ speaker: name, line: value, dependent: new Map(), gem });
    if (sign === '%') {
      const { dependent } = utterances[utterances.length - 1] ?? {};
      const before = dependent?.get(name);
      dependent?.set(name, before === undefined ? value : `${before} ${value}`);
    }
    if (sign === '@' && (name === 'Bg' || name === 'G')) gem = value;
    if (sign === '@' && name === 'Eg') gem = '';
  }
  return utterances;
}

function tiersOf(lines: readonly ChatLine[]): readonly Tier[] {
  const spoken = new Map<string, Label[]>();
  const dependent = new Map<string, Label[]>();
  const add = (tiers: Map<string, Label[]>, name: string, label: Label) => {
    const labels = tiers.get(name) ?? [];
    labels.push(label);
    tiers.set(name, labels);
  };
  utterancesOf(lines).forEach(({ speaker, line, dependent: own, gem }, order) => {
    const { words, time, language } = mainLine(line);
    const attributes = {
      ...(language === undefined ? {} : { language }),
      ...(gem === '' ? {} : { gem }),
    };
    const about = { ...(time === undefined ? {} : { time }), order };
    const analysed = morphology(
      own.get('mor') ?? own.get('umor') ?? own.get('trn') ?? '',
      own.get('gra') ?? own.get('ugra') ?? '',
    );
    add(spoken, speaker, { ...written(words, analysed), ...about, attributes });
    for (const [name, value] of own) {
      const label =
        name === 'mor' ? lemmas(analysed) : { text: narrow(value.replaceAll(/\x15[^\x15]*\x15?/g, ' ')) };
      add(dependent, `%${name}`, { ...label, ...about, attributes: { ...attributes, speaker } });
    }
  });
  return [
    ...[...spoken].map(([speaker, labels]) => ({ name: speaker, aliases: [`*${speaker}`], speaker, labels })),
    ...[...dependent].map(([name, labels]) => ({ name, labels, onChoice: true })),
  ];
}

/** A main line as it is read; the tiers that are about its words leave out what was said again, and are left where they do not fit. */
function written(words: readonly ChatWord[], analysed: readonly WordValues[]): Label {
  /** For each word that is analysed, by the number that the analysis gives it, its number in the line. */
  const numbers = new Map<string, string>();
  let counted = 0;
  for (const { isPunctuation, isRetraced } of words) {
    if (isPunctuation) continue;
    counted += 1;
    if (!isRetraced) numbers.set(String(numbers.size + 1), String(counted));
  }
  const fits = numbers.size === analysed.length;
  let text = '';
  let at = 0;
  const placed: LabelWord[] = [];
  for (const word of words) {
    if (text !== '' && !word.isPunctuation) text += ' ';
    const start = text.length;
    text += word.text;
    if (word.isPunctuation) continue;
    const own = fits && !word.isRetraced ? analysed[at++] : undefined;
    const head = own?.['head'];
    const values = {
      ...word.values,
      ...own,
      ...(head === undefined ? {} : { head: numbers.get(head) ?? '0' }),
    };
    placed.push({ start, length: word.text.length, values });
  }
  return { text: placed.length === 0 ? '' : text, words: placed };
}

/** The tier of lemmas as a text of its own. */
function lemmas(analysed: readonly WordValues[]): Label {
  let text = '';
  const words = analysed.map(({ lemma = '', pos = '' }): LabelWord => {
    if (text !== '') text += ' ';
    const start = text.length;
    text += lemma;
    return { start, length: lemma.length, values: { pos } };
  });
  return { text, words };
}
