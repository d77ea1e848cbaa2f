import { baseOfReading, makesContents } from './equation-field.ts';
import type { LeavesOut, LeftOutCounts } from './left-out.ts';
import { symbolIn } from './symbol-font.ts';
import { apart, TextFlow } from './text-flow.ts';

/** Where what stands in a group goes; within a `container` hangs a text of its own, and `either` holds one text in two encodings. */
export type RtfPlace = 'text' | 'nowhere' | 'instruction' | 'title' | 'author' | 'container' | 'either';

/** How a stretch is written. */
export interface RtfManner {
  readonly place: RtfPlace;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  /** Superscript. */
  readonly isRaised: boolean;
}

interface Field {
  instruction: string;
  hasResult: boolean;
}

const mostOfInstruction = 4000;
const mostOfAField = 300;

/** Puts together what an RTF file says: text, notes, text boxes, fields. */
export class RtfText {
  readonly #flow = new TextFlow();
  readonly #leftOut: LeftOutCounts;
  readonly #fields: Field[] = [];
  readonly #told = { title: '', author: '' };
  readonly #created: (number | undefined)[] = [];
  /** A raised text: the mark of a note when one follows. */
  #held = '';
  /** The mark that the note repeats which has just begun. */
  #mark = '';

  constructor(leftOut: LeftOutCounts) {
    this.#leftOut = leftOut;
  }

  toString(): string {
    this.#release();
    return this.#flow.toString();
  }

  /** What the file says of itself. */
  fields(): Record<string, string> {
    const [year = 0, month = 1, day = 1] = this.#created;
    const date = [
      String(year).padStart(4, '0'),
      ...[month, day].map((part) => String(part).padStart(2, '0')),
    ].join('-');
    const all = {
      title: this.#told.title.trim(),
      author: this.#told.author.trim(),
      date: year > 0 ? date : '',
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  }

  /** @param part 0 year, 1 month, 2 day; the first of each counts */
  created(part: 0 | 1 | 2, value: number): void {
    this.#created[part] ??= value;
  }

  leaveOut(what: LeavesOut): void {
    this.#leftOut.add(what);
  }

  say(text: string, { place, isHidden, isDeleted, isRaised }: RtfManner): void {
    const field = this.#fields[this.#fields.length - 1];
    if (place === 'instruction') {
      if (field !== undefined && field.instruction.length < mostOfInstruction) field.instruction += text;
    } else if (place === 'title' || place === 'author') {
      if (this.#told[place].length < mostOfAField) this.#told[place] += text;
    }
    if (place !== 'text') return;
    if (isHidden || isDeleted) {
      if (text.trim() !== '') this.leaveOut(isHidden ? 'hidden' : 'deleted');
      return;
    }
    if (field !== undefined && text.trim() !== '') field.hasResult = true;
    if (this.#isRepeatedMark(text)) return;
    if (isRaised) this.#held += text;
    else {
      this.#release();
      this.#flow.sayAsIs(text);
    }
  }

  #isRepeatedMark(text: string): boolean {
    if (this.#mark === '' || text.trim() === '') return false;
    const isMark = text.trim() === this.#mark;
    this.#mark = '';
    return isMark;
  }

  #release(): void {
    if (this.#held !== '') this.#flow.sayAsIs(this.#held);
    this.#held = '';
  }

  /** Where the end of a paragraph was deleted, it goes on. */
  endParagraph({ place, isHidden, isDeleted }: RtfManner): void {
    if (place !== 'text') return;
    this.#release();
    if (!isHidden && !isDeleted) this.#flow.part(apart.paragraph);
  }

  /** A large initial. */
  goOn(): void {
    this.#flow.goOn();
  }

  /** The program numbers the note that follows: what is raised before it is no mark. */
  numberNote(): void {
    this.#release();
  }

  /** @returns what is to be done at its end */
  beginNote(): () => void {
    if (this.#held !== '') this.leaveOut('noteMarks');
    this.#mark = this.#held.trim();
    this.#held = '';
    return this.#begin('note');
  }

  beginBeside(): () => void {
    this.#release();
    return this.#begin('beside');
  }

  #begin(kind: 'note' | 'beside'): () => void {
    const fields = this.#fields.splice(0);
    this.#flow.begin(kind);
    return () => {
      this.#release();
      this.#flow.end();
      this.#fields.splice(0, this.#fields.length, ...fields);
    };
  }

  /** @returns what is to be done at its end */
  beginField(manner: RtfManner): () => void {
    const field: Field = { instruction: '', hasResult: false };
    this.#fields.push(field);
    return () => {
      const at = this.#fields.lastIndexOf(field);
      if (at >= 0) this.#fields.splice(at);
      const base = baseOfReading(field.instruction);
      if (base !== undefined) {
        this.leaveOut('readings');
        this.say(base, manner);
      } else if (!field.hasResult) this.say(symbolOf(field.instruction), manner);
    };
  }

  /** Whether the result of the field is a list that says what stands in the text a second time. */
  get isContents(): boolean {
    return makesContents(this.#fields[this.#fields.length - 1]?.instruction ?? '');
  }
}

/** `SYMBOL 97 \f "Symbol" \s 12` */
function symbolOf(instruction: string): string {
  const [, digits, font] =
    /^\s*SYMBOL\s+(\d{1,6}|0x[\da-f]{1,4})\b(?:[^"]*\\f\s+"([^"]*)")?/i.exec(instruction) ?? [];
  if (digits === undefined) return '';
  const code = Number(digits);
  return symbolIn(font ?? '', code <= 0xff && font !== undefined ? 0xf000 + code : code);
}
