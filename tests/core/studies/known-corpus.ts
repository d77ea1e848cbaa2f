import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { randomState, randomStream, type RandomStream } from '../../../core/random.ts';
import { positiveInformation } from '../../../core/training/count-model.ts';
import { truncatedSvd } from '../../../core/training/truncated-svd.ts';
import type { StudyTexts } from '../../../core/studies/study-texts.ts';

/** A language of topics: every token of a text is drawn from the words of its topic alone, so that all co-occurrence probabilities are known. */
export interface KnownLanguage {
  readonly words: number;
  /** Topics × words: the probability of a word in a text of the topic. */
  readonly ofTopic: readonly Float64Array[];
}

export function knownLanguage(
  seed: number,
  { words, topics }: { readonly words: number; readonly topics: number },
): KnownLanguage {
  const random = randomStream(randomState(seed, 101));
  // Zipf’s law; a word is mostly of few topics.
  const ofTopic = Array.from({ length: topics }, () => new Float64Array(words));
  for (let word = 0; word < words; word += 1) {
    const frequency = 1 / (word + 10);
    for (const topic of ofTopic) topic[word] = frequency * (0.1 + random.fraction() ** 6 * 3);
  }
  for (const topic of ofTopic) {
    const sum = topic.reduce((all, one) => all + one, 0);
    topic.forEach((value, word) => (topic[word] = value / sum));
  }
  return { words, ofTopic };
}

/** Texts of the language, of one length, each of a topic that is drawn. Rows are the words themselves. */
export function textsOf(
  { words, ofTopic }: KnownLanguage,
  seed: number,
  { texts, tokens }: { readonly texts: number; readonly tokens: number },
): StudyTexts {
  const random = randomStream(randomState(seed, 102));
  const sums = ofTopic.map((topic) => {
    let sum = 0;
    return topic.map((value) => (sum += value));
  });
  const rows = new Uint32Array(texts * tokens);
  for (let text = 0; text < texts; text += 1) {
    const sum = sums[random.below(ofTopic.length)]!;
    for (let at = 0; at < tokens; at += 1) rows[text * tokens + at] = drawn(sum, random);
  }
  return {
    words: Array.from({ length: words }, (_, word) => `w${String(word).padStart(5, '0')}`),
    tokens: rows,
    starts: Uint32Array.from({ length: texts + 1 }, (_, text) => text * tokens),
    sizes: new Uint32Array(texts).fill(tokens),
  };
}

function drawn(sum: Float64Array, random: RandomStream): number {
  const value = random.fraction();
  let [low, high] = [0, sum.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sum[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What the count model tends to as texts become many: its vectors of the probabilities themselves. words × dimensions */
export function trueVectors(
  { words, ofTopic }: KnownLanguage,
  dimensions: number,
  noiseExponent: number,
): Float32Array {
  const values = new Float32Array(words * words);
  for (let a = 0; a < words; a += 1)
    for (let b = 0; b < words; b += 1)
      values[a * words + b] = ofTopic.reduce((sum, topic) => sum + topic[a]! * topic[b]!, 0) * 1e6;
  const matrix = positiveInformation(
    {
      size: words,
      offsets: Float64Array.from({ length: words + 1 }, (_, row) => row * words),
      columns: Uint32Array.from({ length: words * words }, (_, at) => at % words),
      values,
    },
    noiseExponent,
  );
  const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');
  const steps = truncatedSvd(kernel, matrix, dimensions);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { left, singularValues } = step.value;
  const rank = singularValues.length;
  const vectors = new Float32Array(words * dimensions);
  for (let row = 0; row < words; row += 1)
    for (let at = 0; at < rank; at += 1)
      vectors[row * dimensions + at] = left[row * rank + at]! * Math.sqrt(singularValues[at]!);
  return vectors;
}
