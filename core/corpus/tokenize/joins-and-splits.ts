import { addToken, annotateNext, finishDocument, gatherTokens, type TokenPiece } from './token-pieces.ts';

/** What is changed in a stream of tokens; numbers are the lexicon’s. */
export interface TokenRules {
  /** Tokens in a row that become one. */
  readonly joins: readonly { readonly ids: readonly number[]; readonly joined: number }[];
  /** Tokens that become several, with the length of each part. */
  readonly splits: ReadonlyMap<number, readonly { readonly id: number; readonly length: number }[]>;
}

interface Node {
  readonly next: Map<number, Node>;
  joined: number | null;
}

const node = (): Node => ({ next: new Map(), joined: null });

/** One token on its way; offsets as in {@link TokenPiece}. */
export interface Token {
  readonly id: number;
  readonly start: number;
  readonly length: number;
  readonly startsSentence: boolean;
  /** Nothing but white space stands between it and the token before it. */
  readonly isNext: boolean;
  /** Numbers of its values. */
  readonly said: readonly number[];
}

/**
 * Splits tokens, then joins those in a row: the longest row first, from left to right, never over the end of a sentence or a sign. What
 * was said of tokens is not true of what they become: that has no values.
 * @param layers how many layers of annotation the tokens have
 * @returns takes the tokens of a document one after the other; `end` hands out its rest and says how many tokens it has
 */
export function joinsAndSplits(
  { joins, splits }: TokenRules,
  emit: (piece: TokenPiece) => void,
  layers = 0,
): { add(token: Token): void; end(): number } {
  const root = node();
  for (const { ids, joined } of joins) {
    let at = root;
    for (const id of ids) {
      const next = at.next.get(id) ?? node();
      at.next.set(id, next);
      at = next;
    }
    at.joined = joined;
  }
  const longest = joins.reduce((most, { ids }) => Math.max(most, ids.length), 1);
  const mostWaiting = longest + 1024;
  const gathered = gatherTokens(emit, layers);
  let waiting: Token[] = [];

  function put({ id, start, length, startsSentence, said }: Token): void {
    if (startsSentence) gathered.startsSentence = true;
    for (let layer = 0; layer < said.length; layer += 1) annotateNext(gathered, layer, said[layer]!);
    addToken(gathered, id, start, length);
  }

  /** Hands out what no later token can change. */
  function flush(final: boolean): void {
    if (waiting.length === 0) return;
    let at = 0;
    while (at < waiting.length && (final || waiting.length - at >= longest)) {
      const { length, joined } = longestRow(waiting, at, root);
      const first = waiting[at]!;
      const last = waiting[at + length - 1]!;
      put(
        joined === null
          ? first
          : {
              ...first,
              id: joined,
              length: last.start + last.length - first.start,
              said: first.said.map(() => 0),
            },
      );
      at += length;
    }
    waiting = waiting.slice(at);
  }

  return {
    add(token) {
      const parts = splits.get(token.id);
      if (parts === undefined && longest === 1) {
        flush(true);
        put(token);
        return;
      }
      waiting.push(...splitToken(token, parts));
      if (waiting.length >= mostWaiting) flush(false);
    },
    end() {
      flush(true);
      return finishDocument(gathered);
    },
  };
}

function longestRow(
  tokens: readonly Token[],
  from: number,
  root: Node,
): { length: number; joined: number | null } {
  let found: { length: number; joined: number | null } = { length: 1, joined: null };
  let at: Node | undefined = root;
  for (let length = 1; from + length <= tokens.length; length += 1) {
    const token = tokens[from + length - 1]!;
    if (length > 1 && (token.startsSentence || !token.isNext)) break;
    at = at.next.get(token.id);
    if (at === undefined) break;
    if (at.joined !== null) found = { length, joined: at.joined };
  }
  return found;
}

/** Parts lie side by side when they are as long as the whole was written; else each stands on all of it. */
function splitToken(
  token: Token,
  parts: readonly { readonly id: number; readonly length: number }[] | undefined,
): Token[] {
  if (parts === undefined) return [token];
  const isExact = parts.reduce((sum, { length }) => sum + length, 0) === token.length;
  let start = token.start;
  return parts.map(({ id, length }, at) => {
    const part = {
      id,
      start,
      length: isExact ? length : token.length,
      startsSentence: token.startsSentence && at === 0,
      isNext: token.isNext || at > 0,
      said: token.said.map(() => 0),
    };
    if (isExact) start += length;
    return part;
  });
}
