import { AppError } from '../contract/errors.ts';
import { randomState, randomStream, shuffle } from '../random.ts';

/** A text as the corpus has it. */
export interface CorpusText {
  readonly document: number;
  /** Type ids of its tokens in order. */
  readonly ids: Uint32Array;
  /** Tokens at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
}

/** Whole sentences of a document, one behind the other: tokens `from` to before `to`. */
export interface Stretch {
  readonly document: number;
  readonly from: number;
  readonly to: number;
  /** Kept from training. */
  readonly heldOut: boolean;
}

/** With fewer texts whole ones are too large a portion. */
const fewTexts = 10;
/** In so many blocks a small corpus is cut. */
const blocksOfFew = 40;
/** Purpose of the random stream. */
const splitting = 0x73706c74;

/**
 * Chooses what is kept from training: whole texts, in an order that the seed gives, until their tokens come nearest to the share. Below
 * {@link fewTexts} texts it is blocks of consecutive sentences, never single ones: neighbouring sentences resemble each other, and a
 * held-out sentence between two that were trained on would look better predicted than a new text.
 * @returns stretches in the order of the corpus; together they are the corpus
 * @throws AppError E_HELD_OUT_EMPTY when one of the parts would be empty
 */
export function splitTexts(
  texts: Iterable<CorpusText>,
  { heldOut, seed }: { readonly heldOut: number; readonly seed: number },
): readonly Stretch[] {
  const sizes = Array.from(texts, ({ document, ids, sentenceStarts }) => ({
    document,
    length: ids.length,
    sentenceStarts: sentenceStarts.slice(),
  })).filter(({ length }) => length > 0);
  const tokens = sizes.reduce((sum, { length }) => sum + length, 0);
  const portions =
    sizes.length < fewTexts
      ? sizes.flatMap((text) => blocksOf(text, tokens / blocksOfFew))
      : sizes.map(({ document, length }) => ({ document, from: 0, to: length }));
  const chosen = choose(portions, tokens * heldOut, seed);
  if (chosen.size === 0 || chosen.size === portions.length)
    throw new AppError('E_HELD_OUT_EMPTY', { tokens });
  return joined(portions.map((portion) => ({ ...portion, heldOut: chosen.has(portion) })));
}

type Portion = Omit<Stretch, 'heldOut'>;

/** Blocks of at least two sentences and about so many tokens; a last single sentence joins the block before it. */
function blocksOf(
  { document, length, sentenceStarts }: { document: number; length: number; sentenceStarts: Uint32Array },
  tokens: number,
): Portion[] {
  const blocks: { document: number; from: number; to: number }[] = [];
  let from = 0;
  let sentences = 0;
  for (let at = 0; at < sentenceStarts.length; at += 1) {
    const end = sentenceStarts[at + 1] ?? length;
    sentences += 1;
    if (sentences < 2 || (end - from < tokens && end < length)) continue;
    blocks.push({ document, from, to: end });
    from = end;
    sentences = 0;
  }
  const last = blocks[blocks.length - 1];
  if (from < length) {
    if (last === undefined) blocks.push({ document, from, to: length });
    else last.to = length;
  }
  return blocks;
}

/** Portions whose tokens together come near the wanted number: one that would lead further from it than it was is passed over. */
function choose(portions: readonly Portion[], wanted: number, seed: number): ReadonlySet<Portion> {
  const order = shuffled(portions, seed);
  const chosen = new Set<Portion>();
  let tokens = 0;
  for (const portion of order) {
    const more = tokens + portion.to - portion.from;
    if (Math.abs(more - wanted) >= Math.abs(tokens - wanted)) continue;
    chosen.add(portion);
    tokens = more;
  }
  if (chosen.size > 0 || portions.length < 2) return chosen;
  return new Set([order.reduce((least, one) => (one.to - one.from < least.to - least.from ? one : least))]);
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return shuffle([...items], randomStream(randomState(seed, splitting)));
}

/** Neighbouring portions of the same part are one stretch: a text is read on where nothing was taken out of it. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result[result.length - 1];
    if (last?.document === stretch.document && last.to === stretch.from && last.heldOut === stretch.heldOut)
      result[result.length - 1] = { ...last, to: stretch.to };
    else result.push(stretch);
  }
  return result;
}
