import type { Offer, OfferName } from '../../contract/import.ts';
import { contentsList } from './contents-list.ts';
import { gutenbergHead, isGutenbergEnd } from './gutenberg.ts';
import { linesOf, type Lines, type Stretch } from './lines.ts';
import { runningTitles, type RunningTitles } from './running-titles.ts';

/** What was recognised at the beginning of a text that may be no part of it. */
export interface Recognised {
  readonly head?: Stretch;
  readonly contents?: Stretch;
  readonly titles?: RunningTitles;
  readonly offers: readonly Offer[];
}

const longestSample = 80;

/** @param beginning a text, or enough of it */
export function recognise(beginning: string): Recognised {
  const lines = linesOf(beginning);
  const head = gutenbergHead(lines);
  const contents = contentsList(lines);
  const titles = runningTitles(lines);
  const offers: Offer[] = [];
  const sampleOf = ({ from, to }: Stretch) => firstWords(lines.slice(from, to));
  if (head !== undefined) offers.push({ what: 'licence', places: 1, sample: sampleOf(head) });
  if (contents !== undefined) offers.push({ what: 'contents', places: 1, sample: sampleOf(contents) });
  if (titles !== undefined)
    offers.push({ what: 'titles', places: titles.count, sample: titles.sample.slice(0, longestSample) });
  return {
    ...(head === undefined ? {} : { head }),
    ...(contents === undefined ? {} : { contents }),
    ...(titles === undefined ? {} : { titles }),
    offers,
  };
}

const firstWords = (lines: Lines) =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 3)
    .join(' · ')
    .slice(0, longestSample);

/** Takes what was recognised out of a text that comes in pieces, as far as it is wished. */
export class WithoutOffers {
  readonly #found: Recognised;
  readonly #wished: ReadonlySet<OfferName>;
  readonly #counts = new Map<OfferName, number>();
  #rest = '';
  #line = 0;
  #isOver = false;
  /** Titles stood here: what is before and behind may be one paragraph. */
  #gap = false;
  #empty = '';
  #lastLine = '';

  constructor(found: Recognised, wished: readonly OfferName[]) {
    this.#found = found;
    this.#wished = new Set(wished);
  }

  /** What is left of the next piece, as far as its lines are complete. */
  write(piece: string): string {
    const text = this.#rest + piece;
    // A carriage return at the end may be half of a line end.
    const end = Math.max(text.lastIndexOf('\n'), text.slice(0, -1).lastIndexOf('\r')) + 1;
    this.#rest = text.slice(end);
    return this.#lines(text.slice(0, end));
  }

  end(): string {
    const last = this.#lines(this.#rest);
    this.#rest = '';
    const empty = this.#empty;
    this.#empty = '';
    return last + empty;
  }

  /** How many places of each were left out. */
  get counts(): ReadonlyMap<OfferName, number> {
    return this.#counts;
  }

  #lines(text: string): string {
    let out = '';
    for (const [whole] of text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/gu)) {
      if (whole === '') continue;
      out += this.#one(whole);
      this.#line += 1;
    }
    return out;
  }

  #one(whole: string): string {
    const line = whole.replace(/[\r\n]+$/u, '');
    const what = this.#whatIs(line);
    if (what !== undefined) {
      if (what === 'titles') this.#gap = true;
      return '';
    }
    if (line.trim() === '') {
      this.#empty += whole;
      return '';
    }
    // A page that ended within a paragraph parts nothing.
    const isOneParagraph =
      this.#gap && /[\p{L}\p{M},;–—-]\s*$/u.test(this.#lastLine) && /^\s*\p{Ll}/u.test(line);
    const empty = isOneParagraph ? '' : this.#empty;
    this.#empty = '';
    this.#gap = false;
    this.#lastLine = line;
    return empty + whole;
  }

  #whatIs(line: string): OfferName | undefined {
    const { head, contents, titles } = this.#found;
    if (this.#wished.has('licence')) {
      if (this.#isOver) return 'licence';
      if (head !== undefined && this.#line < head.to) return this.#note('licence', this.#line === 0);
      if (head !== undefined && isGutenbergEnd(line)) {
        this.#isOver = true;
        return this.#note('licence', true);
      }
    }
    if (
      contents !== undefined &&
      this.#wished.has('contents') &&
      this.#line >= contents.from &&
      this.#line < contents.to
    )
      return this.#note('contents', this.#line === contents.from);
    if (titles !== undefined && this.#wished.has('titles') && titles.has(line))
      return this.#note('titles', true);
    return undefined;
  }

  #note(what: OfferName, isPlace: boolean): OfferName {
    if (isPlace) this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    return what;
  }
}
