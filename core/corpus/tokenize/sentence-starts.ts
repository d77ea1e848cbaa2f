/** Short words after which a full stop does not end a sentence. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st sr jr vs etc vol nos pp ed eds cf ca fig chap gen col capt lt rev hon gov sen rep messrs ' +
    'mme mlle bzw usw ggf vgl nr str hr fr bd abs ex env av mgr sig sigg dott ing avv'
  ).split(' '),
);
const longestAbbreviation = 6;

/** What stands between the last token and the next: a sentence starts after an empty line, or after a sign that ends one. */
export interface SentenceState {
  newlines: number;
  lastNewline: number;
  ended: boolean;
  spaced: boolean;
  /** By an exclamation or a question of Latin signs, behind which letters of East Asia follow without a space. */
  endedTight: boolean;
}

const carriageReturn = 13;
const lineFeed = 10;
const fullStop = 0x2e;
const exclamation = 0x21;
const question = 0x3f;
const tightEnds = '។៕။།༎';

export const newSentenceState = (): SentenceState => ({
  newlines: 0,
  lastNewline: 0,
  ended: false,
  spaced: false,
  endedTight: false,
});

/** A line that is a sentence has ended. */
export function afterLine(state: SentenceState): void {
  state.newlines = 2;
}

export function afterNewline(state: SentenceState, code: number): void {
  // CR LF is one end of a line.
  if (!(code === lineFeed && state.lastNewline === carriageReturn)) state.newlines += 1;
  state.lastNewline = code;
  state.spaced = true;
}

/** Does a sentence start with the token at `start`? */
export function startsHere(state: SentenceState, units: ArrayLike<number>, start: number): boolean {
  const starts = state.newlines > 1 || (state.ended && state.spaced && mayStart(units, start));
  reset(state);
  return starts;
}

/** A sign belongs to the sentence before it, unless an empty line is between. */
export function startsParagraph(state: SentenceState): boolean {
  if (state.newlines <= 1) return false;
  reset(state);
  return true;
}

/** A sign that may end a sentence stands at start … end − 1. A full stop after a letter or an abbreviation does not. */
export function afterEnd(state: SentenceState, units: ArrayLike<number>, start: number, end: number): void {
  const code = units[start]!;
  state.ended = !(code === fullStop && end - start === 1 && endsAbbreviation(units, start));
  // No space need follow the full stops of East Asia, Cambodia, Burma and Tibet.
  state.spaced = code >= 0x3000 || tightEnds.includes(String.fromCharCode(code));
  state.endedTight = code === exclamation || code === question;
}

function reset(state: SentenceState): void {
  state.newlines = 0;
  state.lastNewline = 0;
  state.ended = false;
  state.spaced = false;
  state.endedTight = false;
}

function endsAbbreviation(units: ArrayLike<number>, end: number): boolean {
  let word = '';
  for (let at = end - 1; at >= 0 && word.length <= longestAbbreviation; at -= 1) {
    const character = String.fromCharCode(units[at]!);
    if (!/\p{L}/u.test(character)) break;
    word = character + word;
  }
  return word.length === 1 || abbreviations.has(word.toLowerCase());
}

/** Capital letters, digits, and letters of scripts that have no capitals. */
function mayStart(units: ArrayLike<number>, at: number): boolean {
  const character = String.fromCharCode(units[at]!);
  return character.toUpperCase() === character;
}
