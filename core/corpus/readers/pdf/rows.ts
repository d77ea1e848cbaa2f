import type { Letter } from './attached-marks.ts';
import { isBlank, isRightward } from './kinds-of-letters.ts';

/** Letters beside one another, on one line. */
export interface Row {
  /** As they stand, from left to right. */
  readonly letters: readonly Letter[];
  readonly left: number;
  readonly right: number;
  /** Of the line on which most of its letters stand. */
  readonly base: number;
  /** Of its largest letters. */
  readonly size: number;
  readonly turned: number;
  /** The first of its drawings: text is read in the order in which it was drawn. */
  readonly drawing: number;
  /** A drawn space follows its last letter before the next line begins. */
  readonly endsInSpace: boolean;
}

/** Letters drawn one after the other with no room between them for more than a space or two. */
interface Piece {
  readonly letters: Letter[];
  left: number;
  right: number;
  size: number;
  base: number;
  turned: number;
}

/** Distances are given in heights of the letters. */
const sameBase = 0.12;
const nearBase = 0.75;
const widestSpace = 2.5;
const tightSpace = 0.6;

/** The rows of a page in the order in which they were drawn. */
export function rowsOf(letters: readonly Letter[]): Row[] {
  const rows: Piece[][] = [];
  for (const piece of piecesOf(letters)) {
    const row = rowFor(rows, piece);
    if (row === undefined) rows.push([piece]);
    else row.push(piece);
  }
  return rows.map(finished).filter((row) => row !== null);
}

function piecesOf(letters: readonly Letter[]): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  let last: Letter | undefined;
  // A line may begin with a space.
  let pending: Letter[] = [];
  for (const letter of letters) {
    if (isBlank(letter)) {
      // Letters that carry marks are drawn higher and lower: a space among them stands on the line of the first.
      const isOnLine =
        last !== undefined &&
        [last, open!].some(({ base, size }) => Math.abs(base - letter.base) < sameBase * size);
      (isOnLine ? open!.letters : pending).push(letter);
      continue;
    }
    if (open === undefined || last === undefined || !follows(last, letter, open)) {
      open = {
        letters: [],
        left: Infinity,
        right: -Infinity,
        size: 0,
        base: letter.base,
        turned: letter.turned,
      };
      pieces.push(open);
    }
    if (pending.length > 0) {
      open.letters.push(
        ...pending.filter(({ base }) => Math.abs(base - letter.base) < sameBase * letter.size),
      );
      pending = [];
    }
    open.letters.push(letter);
    open.left = Math.min(open.left, letter.left);
    open.right = Math.max(open.right, letter.right);
    if (letter.size > open.size) {
      open.size = letter.size;
      open.base = letter.base;
    }
    last = letter;
  }
  return pieces;
}

const between = (a: Pick<Letter, 'left' | 'right'>, b: Pick<Letter, 'left' | 'right'>) =>
  Math.max(b.left - a.right, a.left - b.right);

/** A stretch that is drawn where something stood before begins anew: letters of another font that were left out in a line. */
const backward = 0.5;

/** Superscripts are raised by less than their height, and the letters of a word may step down (Nastaliq). */
function follows(last: Letter, letter: Letter, piece: Piece): boolean {
  if (last.turned !== letter.turned) return false;
  const size = Math.max(last.size, letter.size, 0.1);
  const gap = between(last, letter) / size;
  if (gap > backward && letter.left < last.left && !isRightward(letter.text)) return false;
  const rise = Math.min(Math.abs(letter.base - last.base), Math.abs(letter.base - piece.base)) / size;
  if (rise < sameBase) return gap < widestSpace;
  return rise < nearBase && gap < tightSpace;
}

/** Pieces stand in one row when they are on one line: the one drawn just before, or one beside which there is no room for a space more. */
function rowFor(rows: readonly Piece[][], piece: Piece): Piece[] | undefined {
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - lookedBack); at -= 1) {
    const row = rows[at]!;
    if (row.some((other) => isBeside(other, piece, at === rows.length - 1)) && !collides(row, piece))
      return row;
  }
  return undefined;
}

const lookedBack = 12;

function isBeside(other: Piece, piece: Piece, wasJustDrawn: boolean): boolean {
  if (other.turned !== piece.turned) return false;
  const size = Math.max(other.size, piece.size, 0.1);
  const rise = Math.abs(other.base - piece.base) / size;
  const gap = between(other, piece) / size;
  return rise < sameBase ? wasJustDrawn || gap < tightSpace : rise < 0.5 && gap < 0.3;
}

/** Letters of another font may fill the room that was left between those drawn before, but nothing is written over. */
function collides(row: readonly Piece[], piece: Piece): boolean {
  const over = row.filter((other) => between(other, piece) < 0);
  if (over.length === 0) return false;
  const others = over.flatMap(({ letters }) => letters);
  const hit = piece.letters.filter(
    (one) =>
      !isBlank(one) && others.some((other) => !isBlank(other) && between(one, other) < -0.3 * one.size),
  );
  return hit.length > 0.2 * piece.letters.length;
}

function finished(pieces: readonly Piece[]): Row | null {
  const drawn = pieces.length === 1 ? pieces[0]!.letters : pieces.flatMap(({ letters }) => letters);
  const seen = drawn.filter((letter) => !isBlank(letter));
  if (seen.length === 0) return null;
  const main = pieces.reduce((best, piece) =>
    piece.right - piece.left > best.right - best.left ? piece : best,
  );
  return {
    letters: seen.some(({ text }) => isRightward(text)) ? byOrigin(drawn) : byTurn(pieces),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    base: main.base,
    size: Math.max(...pieces.map(({ size }) => size)),
    turned: main.turned,
    drawing: drawn.reduce((first, { drawing }) => Math.min(first, drawing), Infinity),
    endsInSpace: isBlank(drawn.at(-1)),
  };
}

/** From left to right every letter comes in its turn, wherever it was drawn: what is subjoined stands under the letter before. */
function byTurn(pieces: readonly Piece[]): readonly Letter[] {
  if (pieces.length === 1) return pieces[0]!.letters;
  const placed = pieces.flatMap(({ letters }) => {
    let at = -Infinity;
    return letters.map((letter) => ({ letter, at: (at = Math.max(at, letter.origin)) }));
  });
  return placed.toSorted((a, b) => a.at - b.at).map(({ letter }) => letter);
}

/** Two letters so near, in heights, are one in the other: as alif in lam. */
const within = 0.1;

/** A space that takes no room; one that does may lie over a letter, where words step down and reach over one another (Nastaliq). */
const isNothing = (letter: Letter) => isBlank(letter) && letter.right - letter.left < 0.05 * letter.size;

/** What is read from right to left is drawn in any order, and stands in the order of its origins. */
function byOrigin(drawn: readonly Letter[]): Letter[] {
  const letters = drawn.toSorted((a, b) => a.origin - b.origin);
  const turn = new Map(drawn.map((letter, at) => [letter, at]));
  const turnOf = (letter: Letter) => turn.get(letter) ?? 0;
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const [one, other] = [letters[at]!, letters[at + 1]!];
    if (other.origin - one.origin > within * one.size || isNothing(one) || isNothing(other)) continue;
    const isForward = turnOf(letters[at + 3] ?? other) >= turnOf(letters[at - 2] ?? one);
    const isTurned = isForward ? turnOf(one) > turnOf(other) : turnOf(one) < turnOf(other);
    if (isTurned) [letters[at], letters[at + 1]] = [other, one];
  }
  return letters;
}
