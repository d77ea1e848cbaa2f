/** Two words whose contexts are compared, and how contexts are counted. */
export interface ContextQuestion {
  /** Row of each type in the model, −1 for words that it does not have. */
  readonly rowOfType: Int32Array;
  /** Words of the model. */
  readonly words: number;
  /** Rows of the two words. */
  readonly pair: readonly [first: number, second: number];
  /** Known words to each side, as the model counts them. */
  readonly window: number;
  /** Near words weigh more: 1, (window − 1) ÷ window, … as they do in training on average. */
  readonly dynamicWindow: boolean;
  /** The text of each stretch, ascending, where windows end with sentences; without it each is a text. */
  readonly textOf?: Uint32Array;
  /** Context distribution smoothing: the noise exponent of the model. */
  readonly exponent: number;
}

/** What stands around one of the two words, by row of the model. */
export interface WordContexts {
  /** Tokens of the context within the windows of the word. */
  readonly together: Uint32Array;
  /** Texts in which that happens. */
  readonly texts: Uint32Array;
  /** Positive pointwise mutual information, in nats; 0 where they meet no oftener than by chance. */
  readonly weights: Float64Array;
  /** First token of the word, in the row of all texts, by which the context stands; −1 for none. */
  readonly places: Int32Array;
  /** Texts that have the word. */
  readonly range: number;
}

export interface SharedContexts {
  readonly first: WordContexts;
  readonly second: WordContexts;
  /** Texts that have both words. */
  readonly bothTexts: number;
  /** Cosine of the two rows of weights, 0 to 1. */
  readonly cosine: number;
  /** By row: what each context gives to that cosine; sums up to it. */
  readonly shares: Float64Array;
  /** By type: tokens near the first and near the second word that the model does not have, and so cannot know of. */
  readonly unseen: readonly [first: ReadonlyMap<number, number>, second: ReadonlyMap<number, number>];
}

/**
 * Counts as the count model does (Levy, Goldberg & Dagan 2015), for two words alone: one passage over the texts. Windows reach over words
 * that the model does not have, as its training does, and never into another stretch.
 * @param ids types of all tokens, text after text
 * @param stretches the texts, or their sentences: first token, and token behind the last
 */
export function sharedContexts(
  ids: Uint32Array,
  stretches: readonly (readonly [from: number, to: number])[],
  question: ContextQuestion,
): SharedContexts {
  const { rowOfType, words, pair, window, dynamicWindow, exponent, textOf } = question;
  const weightAt = Float64Array.from({ length: window + 1 }, (_, distance) =>
    dynamicWindow ? (window - distance + 1) / window : 1,
  );
  // By how many neighbours to one side a token has.
  const weightOfSide = new Float64Array(window + 1);
  for (let reach = 1; reach <= window; reach += 1)
    weightOfSide[reach] = weightOfSide[reach - 1]! + weightAt[reach]!;

  const totals = new Float64Array(words);
  const sides = pair.map(() => ({
    together: new Uint32Array(words),
    texts: new Uint32Array(words),
    lastText: new Int32Array(words).fill(-1),
    metIn: -1,
    weighed: new Float64Array(words),
    places: new Int32Array(words).fill(-1),
    unseen: new Map<number, number>(),
    range: 0,
  }));
  let bothTexts = 0;
  const longest = stretches.reduce((most, [from, to]) => Math.max(most, to - from), 0);
  // Rows of the known tokens of a text, and where they stand.
  const rows = new Uint32Array(longest);
  const places = new Uint32Array(longest);

  stretches.forEach(([from, to], stretch) => {
    const text = textOf?.[stretch] ?? stretch;
    let known = 0;
    for (let at = from; at < to; at += 1) {
      const row = rowOfType[ids[at]!]!;
      if (row < 0) continue;
      rows[known] = row;
      places[known] = at;
      known += 1;
    }
    for (let at = 0; at < known; at += 1) {
      const row = rows[at]!;
      totals[row] =
        totals[row]! + weightOfSide[Math.min(window, at)]! + weightOfSide[Math.min(window, known - 1 - at)]!;
      pair.forEach((word, which) => {
        if (row !== word) return;
        const side = sides[which]!;
        if (side.metIn !== text) {
          side.metIn = text;
          side.range += 1;
          bothTexts += Number(sides[1 - which]!.metIn === text);
        }
        const end = Math.min(known - 1, at + window);
        for (let other = Math.max(0, at - window); other <= end; other += 1) {
          if (other === at) continue;
          const context = rows[other]!;
          side.together[context] = side.together[context]! + 1;
          side.weighed[context] = side.weighed[context]! + weightAt[Math.abs(other - at)]!;
          if (side.places[context] === -1) side.places[context] = places[at]!;
          if (side.lastText[context] === text) continue;
          side.lastText[context] = text;
          side.texts[context] = side.texts[context]! + 1;
        }
        const place = places[at]!;
        for (let near = Math.max(from, place - window); near < Math.min(to, place + window + 1); near += 1) {
          const type = ids[near]!;
          if (rowOfType[type]! < 0) side.unseen.set(type, (side.unseen.get(type) ?? 0) + 1);
        }
      });
    }
  });

  const smoothed = totals.map((total) => (total > 0 ? total ** exponent : 0));
  const all = smoothed.reduce((sum, one) => sum + one, 0);
  const [first, second] = sides.map(
    ({ together, texts, places: found, weighed, range }, which): WordContexts => ({
      together,
      texts,
      places: found,
      range,
      weights: weighed.map((weight, context) =>
        weight > 0 ? Math.max(0, Math.log((weight / totals[pair[which]!]!) * (all / smoothed[context]!))) : 0,
      ),
    }),
  ) as [WordContexts, WordContexts];
  const length = (weights: Float64Array) => Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0));
  const lengths = length(first.weights) * length(second.weights);
  const shares = first.weights.map((weight, row) =>
    lengths > 0 ? (weight * second.weights[row]!) / lengths : 0,
  );
  return {
    first,
    second,
    bothTexts,
    cosine: shares.reduce((sum, one) => sum + one, 0),
    shares,
    unseen: [sides[0]!.unseen, sides[1]!.unseen],
  };
}
