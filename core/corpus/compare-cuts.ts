import type { Dictionary, DisagreementRow, TokenSettings } from '../contract/cutting.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Places } from '../environment.ts';
import { chooseMethod } from './language.ts';
import type { StoredText } from './recut-texts.ts';
import { tokenizerWith } from './tokenize/dictionary.ts';
import { createLexicon, type Lexicon } from './tokenize/lexicon.ts';
import type { TokenPiece } from './tokenize/token-pieces.ts';
import type { Tokenizer } from './tokenize/tokenizer.ts';

/** A way of cutting texts into words. */
export interface WayOfCutting {
  readonly tokens: TokenSettings;
  readonly dictionary: Dictionary;
}

/** How often each word occurs when texts are cut in one way. */
export interface CutCounts {
  readonly tokens: number;
  readonly counts: ReadonlyMap<string, number>;
}

export interface ComparedCuts {
  readonly first: CutCounts;
  readonly second: CutCounts;
  /** Tokens that both ways have in the same place. */
  readonly same: number;
  /** Stretches that are cut differently, the most frequent first. */
  readonly disagreements: readonly DisagreementRow[];
  /** Occurrences of all of them, listed or not. */
  readonly occurrences: number;
  /** Occurrences that are not listed because they are too long, or so rare that they would fill the memory. */
  readonly unlisted: number;
}

/** Longer stretches come of a way that finds no words at all; nobody would read a list of them. */
const longestListed = 60;
/** Above so many different stretches the rarest are let go. */
const mostListed = 300_000;
/** UTF-16 units to each side of an example. */
const contextUnits = 40;
const sampleUnits = 20_000;

/**
 * Cuts texts in two ways and finds where they differ: the shortest stretches at whose ends both have a boundary and between which
 * they have not the same ones. Reads each text once, piece by piece.
 * @throws AppError E_CANCELLED
 */
export async function compareCuts(
  texts: readonly StoredText[],
  ways: { readonly first: WayOfCutting; readonly second: WayOfCutting },
  { kernels }: Pick<Places, 'kernels'>,
  { signal, onProgress }: Hooks = {},
): Promise<ComparedCuts> {
  const first = cutting(ways.first, kernels);
  const second = cutting(ways.second, kernels);
  const found = disagreements();
  let done = 0;
  for (const { name, language, text } of texts) {
    const read = { name, units: '', base: 0, settled: 0 };
    let tokenizers: readonly Tokenizer[] | null = null;
    for (const piece of withBeginning(text())) {
      tokenizers ??= [first, second].map((way) => way.tokenizer(language, piece.slice(0, sampleUnits)));
      read.units += piece;
      for (const tokenizer of tokenizers) tokenizer.push(piece);
      found.settle(first.queue, second.queue, read, false);
      // Others may ask something in between.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) throw new AppError('E_CANCELLED');
    }
    for (const tokenizer of tokenizers ?? []) tokenizer.end();
    found.settle(first.queue, second.queue, read, true);
    done += 1;
    onProgress?.({ phase: 'cutting', done, total: texts.length });
  }
  return { first: first.counted(), second: second.counted(), ...found.all() };
}

/** Pieces of which the first is long enough to tell how a text is to be cut. */
function* withBeginning(pieces: Iterable<string>): Generator<string> {
  let beginning: string | null = '';
  for (const piece of pieces) {
    if (beginning === null) yield piece;
    else if (beginning.length + piece.length < sampleUnits) beginning += piece;
    else {
      yield beginning + piece;
      beginning = null;
    }
  }
  if (beginning !== null) yield beginning;
}

/** Places of tokens that were found and not yet compared. */
interface Queue {
  starts: number[];
  ends: number[];
}

function cutting({ tokens: settings, dictionary }: WayOfCutting, kernels: string) {
  const lexicon: Lexicon = createLexicon();
  const counts: number[] = [];
  const queue: Queue = { starts: [], ends: [] };
  let tokens = 0;
  const emit = ({ ids, starts, lengths }: TokenPiece) => {
    tokens += ids.length;
    ids.forEach((id, at) => {
      counts[id] = (counts[id] ?? 0) + 1;
      queue.starts.push(starts[at]!);
      queue.ends.push(starts[at]! + lengths[at]!);
    });
  };
  const known = new Map<string, Tokenizer>();
  return {
    queue,
    tokenizer(language: string, beginning: string): Tokenizer {
      const method = chooseMethod(language, beginning, settings);
      const key = `${method} ${language}`;
      const tokenizer =
        known.get(key) ?? tokenizerWith({ method, language, settings, lexicon, kernels, emit }, dictionary);
      known.set(key, tokenizer);
      return tokenizer;
    },
    counted: (): CutCounts => ({
      tokens,
      counts: new Map(
        lexicon.forms.map((form, id) => [form, counts[id] ?? 0] as const).filter(([, n]) => n > 0),
      ),
    }),
  };
}

/** A text while it is read: from `base` on, as far as it is still needed. */
interface ReadText {
  readonly name: string;
  units: string;
  base: number;
  /** Behind the last stretch that was compared. */
  settled: number;
}

/** Tokens of one way in a row. */
interface Row {
  readonly queue: Queue;
  readonly from: number;
  readonly to: number;
}

function disagreements() {
  const rows = new Map<string, { readonly row: Omit<DisagreementRow, 'count'>; count: number }>();
  let same = 0;
  let occurrences = 0;
  let unlisted = 0;

  function add(text: ReadText, start: number, end: number, ...ways: readonly [Row, Row]): void {
    occurrences += 1;
    if (end - start > longestListed) {
      unlisted += 1;
      return;
    }
    const slice = (from: number, to: number) =>
      text.units.slice(Math.max(0, from - text.base), Math.max(0, to - text.base));
    const words = ({ queue, from, to }: Row) =>
      queue.starts.slice(from, to).map((at, n) => slice(at, queue.ends[from + n]!));
    const [first, second] = [words(ways[0]), words(ways[1])];
    const key = [slice(start, end), first.join('\0'), second.join('\0')].join('\0\0');
    const known = rows.get(key);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    const row = {
      written: slice(start, end),
      first,
      second,
      document: text.name,
      left: slice(start - contextUnits, start),
      right: slice(end, end + contextUnits),
    };
    rows.set(key, { row, count: 1 });
    for (let rare = 1; rows.size > mostListed; rare += 1)
      for (const [other, { count }] of rows)
        if (count <= rare) {
          rows.delete(other);
          unlisted += count;
        }
  }

  return {
    /** Compares what no later token can change. */
    settle(first: Queue, second: Queue, text: ReadText, final: boolean): void {
      let a = 0;
      let b = 0;
      for (;;) {
        const start = Math.min(first.starts[a] ?? Infinity, second.starts[b] ?? Infinity);
        if (start === Infinity) break;
        let end = start + 1;
        let i = a;
        let j = b;
        for (let before = 0; before < end;) {
          before = end;
          for (; (first.starts[i] ?? Infinity) < end; i += 1) end = Math.max(end, first.ends[i]!);
          for (; (second.starts[j] ?? Infinity) < end; j += 1) end = Math.max(end, second.ends[j]!);
        }
        if (!final && (i >= first.starts.length || j >= second.starts.length)) break;
        const isSame =
          i - a === 1 &&
          j - b === 1 &&
          first.starts[a] === second.starts[b] &&
          first.ends[a] === second.ends[b];
        if (isSame) same += 1;
        else add(text, start, end, { queue: first, from: a, to: i }, { queue: second, from: b, to: j });
        text.settled = end;
        a = i;
        b = j;
      }
      drop(first, a);
      drop(second, b);
      const kept = final ? text.base + text.units.length : text.settled - contextUnits;
      if (kept <= text.base) return;
      text.units = text.units.slice(kept - text.base);
      text.base = kept;
    },
    all() {
      const all = [...rows.values()].map(({ row, count }) => ({ ...row, count }));
      all.sort((x, y) => y.count - x.count || (x.written < y.written ? -1 : 1));
      return { same, disagreements: all, occurrences, unlisted };
    },
  };
}

function drop(queue: Queue, count: number): void {
  if (count === 0) return;
  queue.starts = queue.starts.slice(count);
  queue.ends = queue.ends.slice(count);
}
