/** How far apart two stretches of text stand; the furthest that was asked for counts. */
export const apart = { not: 0, wrapped: 1, word: 2, line: 3, paragraph: 4 } as const;
export type Apart = (typeof apart)[keyof typeof apart];

const separators: Readonly<Record<Apart, string>> = ['', ' ', ' ', '\n', '\n\n'];

const whiteSpace = /[ \t\r\n\f]+/g;
/** Letters and signs of scripts without spaces: a line of the file that ends between two of them ends nothing. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff65]/u;
const endsWide = new RegExp(`${wide.source}$`, 'u');
/** Signs that say at the end of a line that the word goes on, after a letter. Some of them say nothing else. */
const dividesAtEnd = /[\p{L}\p{M}](?:[-\u2010=]|([\u00ac\u2e17\u00ad]))$/u;
/** “Nord- und Südsee” at the end of a line. */
const conjunction = /^(?:und|oder|bzw|and|or|et|ou|en|of|och|eller|og|e|o|y|i)(?![\p{L}\p{M}])/u;

/** Paragraphs as they grow: what separates two stretches is written only when the second comes. */
class Paragraphs {
  readonly #done: string[] = [];
  readonly #beside: string[] = [];
  /** The pieces of the open paragraph, and its end: it may grow by a million pieces, and is put together once. */
  #pieces: string[] = [];
  #tail = '';
  #pending: Apart = apart.not;
  /** The word goes on, whatever stands between. */
  #isGlued = false;
  /** A line of the source ended, as the document says. */
  #isLineEnd = false;
  /** 1: the paragraph that has just begun goes on in the next one; 2: and something was said in it. */
  #goesOn = 0;

  say(text: string): void {
    const inner = irregular.test(text) ? text.replace(whiteSpace, between) : text;
    const from = inner.startsWith(' ') ? 1 : 0;
    const to = inner.endsWith(' ') ? inner.length - 1 : inner.length;
    if (from === 1) this.#space(leadingLineEnd.test(text));
    if (to <= from) return;
    this.#put(inner.slice(from, to));
    if (to < inner.length) this.#space(endsInLineEnd(text));
  }

  sayAsIs(text: string): void {
    if (text !== '') this.#put(text);
  }

  #space(hasLineEnd: boolean): void {
    this.part(hasLineEnd ? apart.wrapped : apart.word);
  }

  part(how: Apart): void {
    if (this.#isGlued) return;
    if (how === apart.paragraph && this.#goesOn === 1) this.#goesOn = 0;
    if (how > this.#pending) this.#pending = how;
  }

  lineEnd(): void {
    this.#isLineEnd = true;
    this.part(apart.word);
  }

  mayDivide(): void {
    this.#isLineEnd = true;
  }

  glue(withoutHyphen: boolean): void {
    if (withoutHyphen && dividesAtEnd.test(this.#tail)) this.#dropLast();
    this.#isGlued = true;
    this.#pending = apart.not;
  }

  goOn(): void {
    this.#goesOn = 1;
  }

  /** What does not interrupt a paragraph stands behind it. */
  beside(text: string): void {
    if (text === '') return;
    (this.#pieces.length === 0 ? this.#done : this.#beside).push(text);
  }

  /** The open paragraph was none. One that is over but not yet closed stays. */
  forgetOpen(): void {
    if (this.#pending === apart.paragraph) return;
    this.#pieces = [];
    this.#tail = '';
    this.#pending = apart.paragraph;
  }

  #put(text: string): void {
    if (this.#pending === apart.paragraph && this.#goesOn === 2) {
      this.#pending = apart.not;
      this.#goesOn = 0;
    }
    if (this.#isLineEnd && this.#pending < apart.line) this.#joinDivided(text);
    this.#isLineEnd = false;
    if (this.#pending === apart.paragraph) this.#close();
    if (this.#pieces.length > 0 && this.#pending !== apart.not) this.#pieces.push(this.#separator(text));
    this.#pieces.push(text);
    this.#tail = text.length < 3 ? (this.#tail + text).slice(-3) : text.slice(-3);
    this.#pending = apart.not;
    this.#isGlued = false;
    if (this.#goesOn === 1) this.#goesOn = 2;
  }

  #separator(next: string): string {
    if (this.#tail.endsWith('\n')) return '';
    return this.#pending === apart.wrapped && this.#isBetweenWide(next) ? '' : separators[this.#pending];
  }

  #isBetweenWide(next: string): boolean {
    return endsWide.test(this.#tail) && wide.test(firstOf(next));
  }

  #joinDivided(next: string): void {
    const found = dividesAtEnd.exec(this.#tail);
    if (found === null) {
      if (this.#isBetweenWide(next)) this.#pending = apart.not;
      return;
    }
    const first = firstOf(next);
    if (!/\p{L}/u.test(first)) return;
    const isSure = found[1] !== undefined;
    const isCapital = first.toLowerCase() !== first;
    if (!isSure && (conjunction.test(next) || (isCapital && this.#tail.endsWith('=')))) return;
    // A name keeps its hyphen: “Anglo-Saxon”.
    if (isSure || !isCapital) this.#dropLast();
    this.#pending = apart.not;
  }

  #dropLast(): void {
    const last = this.#pieces.pop() ?? '';
    if (last.length > 1) this.#pieces.push(last.slice(0, -1));
    this.#tail = this.#tail.slice(0, -1);
  }

  #close(): void {
    const text = this.#pieces.join('').trimEnd();
    this.#pieces = [];
    this.#tail = '';
    if (text.trim() !== '') this.#done.push(text);
    for (const beside of this.#beside.splice(0)) this.#done.push(beside);
  }

  toString(): string {
    this.#close();
    return this.#done.join('\n\n');
  }
}

const firstOf = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0);
const irregular = /[\t\r\n\f]| {2}/;
const leadingLineEnd = /^[ \t\f]*[\r\n]/;
function endsInLineEnd(text: string): boolean {
  for (let at = text.length - 1; at >= 0 && ' \t\r\n\f'.includes(text[at]!); at -= 1)
    if (/[\r\n]/.test(text[at]!)) return true;
  return false;
}

/** White space within a text: one space, or none where a line ends between two letters of a script without spaces. */
function between(space: string, at: number, text: string): string {
  if (at === 0 || at + space.length === text.length || !/[\r\n]/.test(space)) return ' ';
  return wide.test(text[at - 1]!) && wide.test(text[at + space.length]!) ? '' : ' ';
}

/**
 * A text as it is put together from its pieces. White space is what it is in markup: any amount of it is one space. What stands beside a
 * paragraph, as a text box does, comes behind it, and notes come at the end: they interrupt no sentence.
 */
export class TextFlow {
  readonly #body = new Paragraphs();
  readonly #notes = new Paragraphs();
  readonly #around: { readonly kind: 'note' | 'beside'; readonly text: Paragraphs }[] = [];

  get #here(): Paragraphs {
    return this.#around[this.#around.length - 1]?.text ?? this.#body;
  }

  say(text: string): void {
    this.#here.say(text);
  }

  /** With its white space. */
  sayAsIs(text: string): void {
    this.#here.sayAsIs(text);
  }

  /** Several paragraphs, with empty lines between. */
  sayParagraphs(text: string): void {
    for (const paragraph of text.split('\n\n')) {
      this.part(apart.paragraph);
      this.sayAsIs(paragraph);
    }
    this.part(apart.paragraph);
  }

  part(how: Apart): void {
    this.#here.part(how);
  }

  /** A line of what was transcribed ends here: a word that its hyphen divides is put together. */
  lineEnd(): void {
    this.#here.lineEnd();
  }

  /** A page or column ends, perhaps within a word. */
  mayDivide(): void {
    this.#here.mayDivide();
  }

  /** What follows belongs to the same word. @param withoutHyphen what divided it is no part of it */
  glue(withoutHyphen = false): void {
    this.#here.glue(withoutHyphen);
  }

  /** This paragraph goes on in the next one, as a large initial does. */
  goOn(): void {
    this.#here.goOn();
  }

  /** What was said of the open paragraph is not of the text. */
  forgetOpen(): void {
    this.#here.forgetOpen();
  }

  begin(kind: 'note' | 'beside'): void {
    this.#around.push({ kind, text: new Paragraphs() });
  }

  end(): void {
    const last = this.#around.pop();
    if (last === undefined) return;
    if (last.kind === 'note') this.#notes.beside(last.text.toString());
    else this.#here.beside(last.text.toString());
  }

  toString(): string {
    while (this.#around.length > 0) this.end();
    return [this.#body.toString(), this.#notes.toString()].filter((part) => part !== '').join('\n\n');
  }
}
