import { baseOfReading, makesContents } from './equation-field.ts';
import type { LeavesOut, LeftOutCounts } from './left-out.ts';
import { isNumberOfNote, withoutMark } from './repeated-mark.ts';
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
  /** The mark that the note may repeat which has just begun. */
  #mark = '';
  #isNoteStart = false;
  /** What the note began with so far, and may be the beginning of its mark. */
  #begun = '';
  #isInNote = false;
  /** The program numbers the note that comes next. */
  #isNumbered = false;
  #numbered = 0;

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
    const own = this.#withoutRepeatedMark(text, isRaised);
    if (isRaised) this.#held += own;
    else {
      this.#release();
      this.#flow.sayAsIs(own);
    }
  }

  /** A note begins with its mark, where its author typed it. */
  #withoutRepeatedMark(text: string, isRaised: boolean): string {
    if (!this.#isNoteStart || text.trim() === '') return text;
    const start = this.#begun + text;
    this.#begun = '';
    if (start.trim().length < this.#mark.length && this.#mark.startsWith(start.trim())) {
      this.#begun = start;
      return '';
    }
    this.#isNoteStart = false;
    return isRaised && isNumberOfNote(start) ? '' : withoutMark(start, this.#mark);
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

  /** The program numbers the note that follows, where what is raised before it is no mark, or the one that has begun. */
  numberNote(): void {
    this.#release();
    if (this.#isInNote) this.#isNoteStart = false;
    else this.#isNumbered = true;
  }

  /** @returns what is to be done at its end */
  beginNote(): () => void {
    if (this.#held !== '') this.leaveOut('noteMarks');
    if (this.#isNumbered) this.#numbered += 1;
    this.#mark = this.#isNumbered ? String(this.#numbered) : this.#held.trim();
    this.#isNumbered = false;
    this.#held = '';
    this.#isNoteStart = true;
    this.#isInNote = true;
    const end = this.#begin('note');
    return () => {
      this.#isInNote = false;
      this.#isNoteStart = false;
      if (this.#begun !== '') this.#flow.sayAsIs(this.#begun);
      this.#begun = '';
      end();
    };
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
