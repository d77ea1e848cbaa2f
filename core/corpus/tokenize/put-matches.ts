import type { Token } from './joins-and-splits.ts';
import type { TextMatch } from './text-matches.ts';
import type { TokenPiece } from './token-pieces.ts';

/** Most tokens have no values. */
const nothing: readonly number[] = [];
const blank = /^\s*$/u;

export interface PutMatches {
  /** The next piece of the text, with what was found in it. @param decided nothing else begins before this place */
  read(text: string, found: readonly TextMatch[], decided: number): void;
  /** The next tokens of the text. */
  add(piece: TokenPiece): void;
  /** Hands out the rest; the next text may follow. */
  end(): void;
}

/**
 * Puts what was found in a text in the place of the tokens that stand there. A token that reaches beyond it keeps the rest of its letters
 * (_New York’s_ with the entry _New York_).
 * @param idOf number of an entry’s word
 * @param asksNext whether it is asked if a token is next to the one before it
 * @param idOfRest number of a part of a token, as it is written; null where nothing of it counts
 */
export function putMatches(
  idOf: (entry: number) => number,
  idOfRest: (raw: string) => number | null,
  put: (token: Token) => void,
  asksNext = true,
): PutMatches {
  let tokens: Token[] = [];
  let matches: TextMatch[] = [];
  const text = { kept: '', base: 0, decided: 0, seen: 0, lastEnd: 0 };
  const written = (from: number, to: number) => text.kept.slice(from - text.base, to - text.base);

  function hand(token: Token): void {
    const isNext = asksNext && text.lastEnd > 0 && blank.test(written(text.lastEnd, token.start));
    put(isNext ? { ...token, isNext } : token);
    text.lastEnd = token.start + token.length;
  }

  /** A part of a token that stands outside of what was found. */
  function rest(from: number, to: number, startsSentence: boolean): Token | null {
    const raw = written(from, to);
    const bare = raw.replace(/^[-‐‑]+|[-‐‑]+$/gu, '');
    const id = bare === '' ? null : idOfRest(bare);
    if (id === null) return null;
    return {
      id,
      start: from + raw.indexOf(bare),
      length: bare.length,
      startsSentence,
      isNext: false,
      said: nothing,
    };
  }

  function handOut(final: boolean): void {
    let at = 0;
    let match = 0;
    for (; at < tokens.length || (final && match < matches.length);) {
      const token = tokens[at];
      const found = matches[match];
      const end = token === undefined ? Infinity : token.start + token.length;
      if (found === undefined || found.start >= end) {
        if (token === undefined || (!final && text.decided < end)) break;
        hand(token);
        at += 1;
        continue;
      }
      let next = at;
      while (next < tokens.length && tokens[next]!.start < found.end) next += 1;
      if (next === tokens.length && !final) break;
      match += 1;
      const after = over(tokens.slice(at, next), found);
      if (after === null) continue;
      at = next;
      if (after !== undefined) tokens[(at -= 1)] = after;
    }
    tokens = tokens.slice(at);
    matches = matches.slice(match);
    forget();
  }

  /**
   * Hands out a match in the place of tokens.
   * @returns what is left of the last one, undefined for nothing; null where they stay as they are
   */
  function over(replaced: readonly Token[], found: TextMatch): Token | null | undefined {
    const id = idOf(found.entry);
    const [first] = replaced;
    const last = replaced.at(-1);
    const length = found.end - found.start;
    if (replaced.length === 1 && first?.id === id && first.start === found.start && first.length === length)
      return null;
    const startsSentence = first?.startsSentence ?? false;
    const before = first !== undefined && first.start < found.start;
    const left = before ? rest(first.start, found.start, startsSentence) : null;
    if (left !== null) hand(left);
    hand({
      id,
      start: found.start,
      length,
      startsSentence: left === null && startsSentence,
      isNext: false,
      said: (first?.said ?? nothing).map(() => 0),
    });
    const end = last === undefined ? 0 : last.start + last.length;
    return end > found.end ? (rest(found.end, end, false) ?? undefined) : undefined;
  }

  /** Text that no token that waits stands on. */
  function forget(): void {
    const first = Math.min(tokens[0]?.start ?? Infinity, matches[0]?.start ?? Infinity);
    const done = Math.min(first, text.lastEnd) - text.base;
    if (done < 65_536) return;
    text.kept = text.kept.slice(done);
    text.base += done;
  }

  return {
    read(piece, found, decided) {
      text.kept += piece;
      matches.push(...found);
      text.decided = decided;
    },
    add({ ids, starts, lengths, sentenceStarts, layers = [] }) {
      let sentence = 0;
      ids.forEach((id, at) => {
        const startsSentence = sentenceStarts[sentence] === text.seen + at;
        if (startsSentence) sentence += 1;
        const said = layers.length === 0 ? nothing : layers.map((column) => column[at]!);
        tokens.push({ id, start: starts[at]!, length: lengths[at]!, startsSentence, isNext: false, said });
      });
      text.seen += ids.length;
      handOut(false);
    },
    end() {
      handOut(true);
      Object.assign(text, { kept: '', base: 0, decided: 0, seen: 0, lastEnd: 0 });
      tokens = [];
      matches = [];
    },
  };
}
