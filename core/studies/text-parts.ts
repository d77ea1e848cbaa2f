/** Texts as numbers, of which a task counts. */
export interface TextPart {
  /** Numbers of what stands in each place; bit 31 at the last token of each sentence. */
  readonly tokens: Uint32Array;
  /** First of `tokens` of each text, and behind the last text their number. */
  readonly starts: Uint32Array;
}

export interface PartText {
  readonly ids: Uint32Array;
  /** Tokens at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
}

export const lastOfSentence = 0x8000_0000;
export const withoutMark = 0x7fff_ffff;

/**
 * Texts in so many parts of nearly as many tokens, none of them without texts. One part is in memory at a time.
 * @param tokens of all texts together
 */
export function* textParts(
  texts: Iterable<PartText>,
  tokens: number,
  parts: number,
): Generator<TextPart, void, undefined> {
  let [done, made] = [0, 0];
  let held: PartText[] = [];
  for (const text of texts) {
    held.push(text);
    done += text.ids.length;
    if (done < (tokens * (made + 1)) / parts) continue;
    yield together(held);
    held = [];
    made = Math.floor((done * parts) / Math.max(1, tokens));
  }
  if (held.length > 0) yield together(held);
}

function together(texts: readonly PartText[]): TextPart {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach(({ ids }, text) => (starts[text + 1] = starts[text]! + ids.length));
  const tokens = new Uint32Array(starts[texts.length]!);
  texts.forEach(({ ids, sentenceStarts }, text) => {
    const at = starts[text]!;
    tokens.set(ids, at);
    const mark = (place: number) => (tokens[place] = tokens[place]! | lastOfSentence);
    for (const start of sentenceStarts) if (start > 0) mark(at + start - 1);
    if (ids.length > 0) mark(at + ids.length - 1);
  });
  return { tokens, starts };
}

/** u32, little-endian: texts, tokens, starts, tokens. */
export function partBytes({ tokens, starts }: TextPart): Uint8Array {
  const all = new Uint32Array(2 + starts.length + tokens.length);
  all.set([starts.length - 1, tokens.length]);
  all.set(starts, 2);
  all.set(tokens, 2 + starts.length);
  return new Uint8Array(all.buffer);
}

/** @returns null for bytes that are no texts */
export function partFrom(bytes: Uint8Array): TextPart | null {
  if (bytes.length % 4 !== 0 || bytes.length < 12) return null;
  const all = new Uint32Array(new Uint8Array(bytes).buffer);
  const [texts, tokens] = [all[0]!, all[1]!];
  if (all.length !== 3 + texts + tokens) return null;
  return { starts: all.subarray(2, 3 + texts), tokens: all.subarray(3 + texts) };
}
