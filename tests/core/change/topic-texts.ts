import { seeded } from '../../fixtures/small-language.ts';

const topics = 20;
const wordsOfTopic = 12;

/** Texts in which each sentence is about one of 20 topics: of ten words three are of no topic, and the others of its twelve, `t3w0` to `t3w11`. */
export function topicTexts(documents: number, sentences: number, seed: number): string[][] {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: documents }, () =>
    Array.from({ length: sentences }, () => {
      const topic = below(topics);
      return Array.from({ length: 10 }, (_, at) =>
        at % 4 === 0 ? `the${below(8)}` : `t${topic}w${below(wordsOfTopic)}`,
      );
    }).flat(),
  );
}

/** Words that stand in each other’s place, each pair of two topics. */
export const swapped: ReadonlyMap<string, string> = new Map(
  [0, 1, 2].flatMap((pair) => {
    const [one, other] = [`t${pair * 2}w0`, `t${pair * 2 + 1}w0`];
    return [
      [one, other],
      [other, one],
    ] as const;
  }),
);

export const withSwaps = (document: readonly string[]): string[] =>
  document.map((word) => swapped.get(word) ?? word);
