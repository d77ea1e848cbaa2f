/** Tokens of a document in order, at most 16,384. Offsets and lengths count UTF-16 units of the document’s text. */
export interface TokenPiece {
  /** Ids of the lexicon. */
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  /** Token numbers within the document at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
  /** A column for each layer of annotation: numbers of values, 0 for none. Absent where none of these tokens has any. */
  readonly layers?: readonly Uint32Array[];
}

export const tokensPerPiece = 16_384;

/** Gathers tokens and hands them out in pieces. Plain data: the hot loop writes into it. */
export interface GatheredTokens {
  readonly emit: (piece: TokenPiece) => void;
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly columns: readonly Uint32Array[];
  sentences: number[];
  filled: number;
  /** Tokens of the document that were handed out. */
  before: number;
  startsSentence: boolean;
  /** Something is said of the tokens that are gathered. */
  isAnnotated: boolean;
}

/** @param layers how many layers of annotation the tokens have */
export function gatherTokens(emit: (piece: TokenPiece) => void, layers = 0): GatheredTokens {
  return {
    emit,
    ids: new Uint32Array(tokensPerPiece),
    starts: new Uint32Array(tokensPerPiece),
    lengths: new Uint32Array(tokensPerPiece),
    columns: Array.from({ length: layers }, () => new Uint32Array(tokensPerPiece)),
    sentences: [],
    filled: 0,
    before: 0,
    startsSentence: true,
    isAnnotated: false,
  };
}

export function addToken(gathered: GatheredTokens, id: number, start: number, length: number): void {
  const at = gathered.filled;
  if (gathered.startsSentence) {
    gathered.sentences.push(gathered.before + at);
    gathered.startsSentence = false;
  }
  gathered.ids[at] = id;
  gathered.starts[at] = start;
  gathered.lengths[at] = length;
  gathered.filled = at + 1;
  if (at + 1 === tokensPerPiece) handOut(gathered);
}

/** The number of a value of the token that is added next; a token of which nothing is said has 0. */
export function annotateNext(gathered: GatheredTokens, layer: number, number: number): void {
  const column = gathered.columns[layer];
  if (column === undefined || number === 0) return;
  column[gathered.filled] = number;
  gathered.isAnnotated = true;
}

/** Hands out the rest of a document; the next one may follow. @returns its tokens in all */
export function finishDocument(gathered: GatheredTokens): number {
  handOut(gathered);
  const total = gathered.before;
  gathered.before = 0;
  gathered.startsSentence = true;
  return total;
}

function handOut(gathered: GatheredTokens): void {
  const { emit, ids, starts, lengths, columns, sentences, filled, isAnnotated } = gathered;
  if (filled === 0) return;
  const layers = isAnnotated ? columns.map((column) => column.slice(0, filled)) : [];
  emit({
    ids: ids.slice(0, filled),
    starts: starts.slice(0, filled),
    lengths: lengths.slice(0, filled),
    sentenceStarts: Uint32Array.from(sentences),
    ...(layers.length === 0 ? {} : { layers }),
  });
  if (isAnnotated) for (const column of columns) column.fill(0);
  gathered.isAnnotated = false;
  gathered.before += filled;
  gathered.filled = 0;
  gathered.sentences = [];
}
