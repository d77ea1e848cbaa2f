import type { GivenRegions } from './readers/extracted.ts';

/** Paragraphs of a text, piece by piece: what empty lines set apart. */
export interface GatheredParagraphs {
  add(piece: string): void;
  /** Undefined where the text is one paragraph. */
  all(): GivenRegions | undefined;
}

const lineFeed = 10;
const carriageReturn = 13;

export function gatherParagraphs(): GatheredParagraphs {
  const starts: number[] = [];
  const ends: number[] = [];
  let base = 0;
  /** Behind the last visible character. */
  let end = 0;
  /** Ends of lines since then. */
  let newlines = 2;
  let last = 0;
  return {
    add(piece) {
      for (let at = 0; at < piece.length; at += 1) {
        const code = piece.charCodeAt(at);
        if (code === lineFeed || code === carriageReturn) {
          // CR LF is one end of a line.
          if (code === carriageReturn || last !== carriageReturn) newlines += 1;
        } else if (!isBlank(code)) {
          if (newlines > 1) {
            if (starts.length > 0) ends.push(end);
            starts.push(base + at);
          }
          newlines = 0;
          end = base + at + 1;
        }
        last = code;
      }
      base += piece.length;
    },
    all() {
      if (starts.length < 2) return undefined;
      return { name: 'paragraph', starts, ends: [...ends, end], attributes: new Map() };
    },
  };
}

const isBlank = (code: number) =>
  code === 0x20 || code === 9 || code === 0x0b || code === 0x0c || code === 0xa0 || code === 0x3000;
