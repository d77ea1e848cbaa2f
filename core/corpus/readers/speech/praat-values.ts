import { malformed } from '../malformed.ts';

/**
 * Free-standing numbers and texts between quotation marks are the data of a text file of Praat; all else is for the eye, as is what follows
 * an exclamation mark (Praat manual, “TextGrid file formats”, section 2).
 */
export class PraatValues {
  readonly #source: string;
  #at = 0;
  #line = 1;
  #next: string | number | undefined;
  #nextLine = 1;

  constructor(source: string) {
    this.#source = source;
    this.#advance();
  }

  /** The value that comes next, without taking it; undefined at the end. */
  get next(): string | number | undefined {
    return this.#next;
  }

  get line(): number {
    return this.#nextLine;
  }

  get isOver(): boolean {
    return this.#next === undefined;
  }

  /** @throws AppError E_FILE_MALFORMED */
  text(): string {
    const value = this.#next;
    if (typeof value !== 'string') throw this.#flaw('text-missing');
    this.#advance();
    return value;
  }

  /** @throws AppError E_FILE_MALFORMED */
  number(): number {
    const value = this.#next;
    if (typeof value !== 'number') throw this.#flaw('number-missing');
    this.#advance();
    return value;
  }

  skip(): void {
    this.#advance();
  }

  #flaw(flaw: 'text-missing' | 'number-missing') {
    return malformed('TextGrid', this.#nextLine, this.isOver ? 'cut-off' : flaw);
  }

  #advance(): void {
    const source = this.#source;
    for (;;) {
      const start = this.#skipSpace();
      this.#nextLine = this.#line;
      if (start >= source.length) {
        this.#next = undefined;
        return;
      }
      const sign = source[start]!;
      if (sign === '!') this.#at = endOf(source, /[\r\n]/g, start);
      else if (sign === '"') {
        this.#next = this.#quoted(start);
        return;
      } else {
        // A text may stand right behind the sign that its name ends with.
        const end = endOf(source, /[\s"]/g, start);
        const word = source.slice(start, end);
        this.#at = source[end] === '"' && !word.endsWith('=') ? endOf(source, /\s/g, end) : end;
        if (!number.test(word) || this.#at !== end) continue;
        this.#next = Number.parseFloat(word);
        return;
      }
    }
  }

  #skipSpace(): number {
    const source = this.#source;
    let at = this.#at;
    for (; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) this.#line += 1;
      else if (!/[\s\ufeff]/.test(source[at]!)) break;
    }
    this.#at = at;
    return at;
  }

  /** A quotation mark within a text is written twice. */
  #quoted(start: number): string {
    const source = this.#source;
    let end = start;
    do {
      end = source.indexOf('"', end + 1);
      if (end < 0) throw malformed('TextGrid', this.#line, 'cut-off');
      if (source[end + 1] !== '"') break;
      end += 1;
    } while (end < source.length);
    // A mark within a text that was not written twice: what is behind it would be lost.
    if (/[^\s!]/u.test(source[end + 1] ?? ' ')) throw malformed('TextGrid', this.#line, 'quotation-open');
    const written = source.slice(start + 1, end);
    this.#line += written.match(/\r\n?|\n/g)?.length ?? 0;
    this.#at = end + 1;
    return written.replaceAll('""', '"');
  }
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?%?$/i;

function endOf(source: string, what: RegExp, from: number): number {
  what.lastIndex = from;
  return what.exec(source)?.index ?? source.length;
}
