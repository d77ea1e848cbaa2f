/** A word of a main line, or what is not counted as one but ends a phrase. */
export interface ChatWord {
  readonly text: string;
  /** Marks of the manual that concern this word: the language, the kind of form, what was said in its place, why it was said again. */
  readonly values: Readonly<Record<string, string>>;
  readonly isRetraced: boolean;
  readonly isPunctuation: boolean;
}

export interface MainLine {
  readonly words: readonly ChatWord[];
  /** Milliseconds. */
  readonly time?: { readonly start: number; readonly end: number };
  /** Of the whole line, where it is in another language than the file. */
  readonly language?: string;
}

/** What the scanner finds: a word, a mark in brackets, or the brackets of a group. */
const pieces =
  /\x15[^\x15]*(?:\x15|$)|\[[^\]]*(?:\]|$)|\+?<|>|[“”"‹›〔〕]|(?:(?!\+?<)[^\s[\]<>“”"‹›〔〕\x15])+/gu;

const retracing = /^\[(\/{1,3}|\/-|\/\?)\]$/;
const replacing = /^\[::?\s+([^\]]*)\]?$/;

/** Nobody could make it out, or it was not written down (CHAT manual, 8.4). */
const unintelligible = /^(?:x{2,3}|y{2,3}|w{3})$/i;
/** Events, fillers, fragments, what others throw in (8.3, 8.5, 9.8), omitted words (8.6), pauses (9.9), linkers and ends of another kind (9.10 … 9.12). */
const notSaid = /^(?:&|0(?!\d)|\([\d.:]+\)$|#|\+[^\p{L}\p{N}]*$)/u;

/**
 * What is said in a main line of CHAT, by the marks of its manual: words with what was said again and corrected among them, without
 * events, pauses, fillers, fragments, omitted and unintelligible words; replacements count in the place of what they replace.
 */
export function mainLine(line: string): MainLine {
  const units: Unit[] = [];
  const groups: number[] = [];
  const times: number[] = [];
  let language: string | undefined;
  /** Where the last word or group begins: what marks in brackets are about. */
  let last = 0;
  for (const [piece] of line.replaceAll(/[\x01-\x08]/g, '').matchAll(pieces)) {
    const [sign] = piece;
    if (sign === '\x15')
      times.push(...[...piece.matchAll(/(\d+)_(\d+)/g)].flatMap(([, a, b]) => [Number(a), Number(b)]));
    else if (piece === '<' || piece === '+<') {
      // Overlap with what others say, where it begins a line.
      if (piece === '<') groups.push(units.length);
    } else if (piece === '>') last = groups.pop() ?? last;
    else if (sign === '[') {
      if (piece.startsWith('[- ')) language = piece.slice(3, -1).trim();
      mark(piece, units, last);
    } else if (!/["“”‹›〔〕]/u.test(sign!)) {
      last = units.length;
      units.push(...wordsOf(piece));
    }
  }
  return {
    words: units.map(({ text, values, retraced, isPunctuation = false }) => ({
      text,
      values: retraced === undefined ? values : { ...values, retracing: retraced },
      isRetraced: retraced !== undefined,
      isPunctuation,
    })),
    ...(times.length === 0 ? {} : { time: { start: least(times), end: most(times) } }),
    ...(language === undefined ? {} : { language }),
  };
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));

interface Unit {
  text: string;
  values: Record<string, string>;
  retraced?: string;
  readonly isPunctuation?: boolean;
}

/** What stands in brackets is about the units from `first` on. */
function mark(written: string, units: Unit[], first: number): void {
  const again = retracing.exec(written)?.[1];
  if (again !== undefined) for (const unit of units.slice(first)) unit.retraced ??= again;
  const wanted = replacing.exec(written)?.[1];
  if (wanted === undefined) return;
  const replaced = units.splice(first).filter(({ isPunctuation }) => isPunctuation !== true);
  const said = replaced.map(({ text }) => text).join(' ');
  for (const piece of wanted.split(/\s+/u))
    for (const unit of wordsOf(piece))
      units.push({ ...unit, values: { ...unit.values, ...(said === '' ? {} : { said }) } });
}

/** A piece without spaces: a word, perhaps with the sign that ends the line right behind it, or nothing that counts. */
function wordsOf(piece: string): Unit[] {
  const ending = /^(\+["/.!?]*[.!?]|[.!?…,;„‡]+)$/u.exec(piece)?.[0];
  if (ending !== undefined) return [punctuation(ending)];
  if (notSaid.test(piece)) return [];
  const [, bare = '', marks = ''] = /^([^@$]*)([@$].*)?$/su.exec(piece) ?? [];
  const [, body = '', end = ''] = /^([^]*?)([.!?,;]*)$/u.exec(bare) ?? [];
  const text = spelling(body);
  const form = /@([^@$:]+)(?::([^@$]*))?/u.exec(marks);
  if (text === '' || unintelligible.test(text) || form?.[1] === 'fp')
    return end === '' ? [] : [punctuation(end)];
  const values: Record<string, string> = {};
  if (form?.[1] === 's') values['language'] = form[2] ?? 's';
  else if (form !== null) values['form'] = form[1]!;
  return [{ text, values }, ...(end === '' ? [] : [punctuation(end)])];
}

const punctuation = (written: string): Unit => ({
  // A line that breaks off, or is broken into, still ends there.
  text: written.startsWith('+..')
    ? '…'
    : /^[„‡]$/u.test(written)
      ? ','
      : written.replace(/^\+["/.!]*(?=[.!?]$)/u, ''),
  values: {},
  isPunctuation: true,
});

/** Overlaps and intonation, lengthening, stress, breaks within a word, and what else conversation analysis marks (chapter 11). */
const voice = /[⌈⌉⌊⌋]\d?|[↑↓⇗↗→↘⇘∞≈≋≡∙⁑⤇⤆∾↻∆∇°▁▔☺♋∬⁎⁇∮↫§ˈˌ:^≠∬⤔⤕\u0001-\u001f]|[()~]/gu;
/** Letters of Greek that stand for laughing and yawning in other scripts. */
const laughter = /[ἩΫ]/gu;

/** The word without the marks of how it was spoken; a shortened one whole: `(be)cause` is because. */
function spelling(word: string): string {
  const plain = word.replaceAll(voice, '');
  const others = plain.replaceAll(laughter, '');
  const text = /\p{sc=Greek}/u.test(others) ? plain : others;
  // Marks alone are no word.
  return /[\p{L}\p{N}]/u.test(text) ? text.replaceAll(/^[+_-]+|[+_-]+$/gu, '') : '';
}
