import type { Firth } from '../../core/contract/window.ts';
import { sentenceAround } from '../parts/sentence-around.ts';
import { Latest } from './latest.svelte.ts';

/** What the open corpus itself offers where a person is to type something. */
export interface CorpusExamples {
  /** Of most of its tokens. */
  readonly language: string;
  /** Frequent words that mean something, the most frequent first; fewer than asked for in a small corpus. */
  readonly words: readonly string[];
  /** Those in sentences of the texts. */
  readonly sentences: readonly string[];
}

const wordsWanted = 3;
/** Where no stop list tells words of grammar, most of the first hundred are such. */
const grammarRanks = 100;
const looked = 400;

/** Words, and sentences with them, that stand in the texts: a German corpus is not asked for a king. */
export class Examples {
  readonly #firth: Pick<Firth, 'call'>;
  readonly #answer = new Latest<CorpusExamples>();
  #asked = '';

  constructor(firth: Pick<Firth, 'call'>) {
    this.#firth = firth;
  }

  get words(): readonly string[] {
    return this.#answer.value?.words ?? [];
  }

  get sentences(): readonly string[] {
    return this.#answer.value?.sentences ?? [];
  }

  get language(): string {
    return this.#answer.value?.language ?? 'auto';
  }

  /** @param state tells one state of one corpus from another: asked again only where it has changed */
  async of(state: string): Promise<void> {
    if (state === this.#asked) return;
    this.#asked = state;
    this.#answer.clear();
    await this.#answer.ask((signal) => found(this.#firth, signal));
  }
}

async function found({ call }: Pick<Firth, 'call'>, signal: AbortSignal): Promise<CorpusExamples> {
  const [{ rows }, stop] = await Promise.all([
    call('corpus.words', { sort: 'count', limit: looked }, { signal }),
    call('corpus.stopWords', {}, { signal }),
  ]);
  const words = meaningful(
    rows.map(({ word }) => word),
    new Set([...stop.words, ...stop.content]),
  );
  const sentences = await Promise.all(
    words.map(async (word) => {
      const { lines } = await call('lines.concordance', { word, width: 14, limit: 20 }, { signal });
      return readable(lines.map(sentenceAround));
    }),
  );
  return { language: stop.language, words, sentences: sentences.filter((one) => one !== '') };
}

/** The first words of a frequency list that are of letters alone and no words of grammar. */
export function meaningful(byCount: readonly string[], stop: ReadonlySet<string>): readonly string[] {
  const plain = byCount
    .map((word, rank) => ({ word, rank }))
    .filter(({ word }) => /^\p{L}[\p{L}\p{M}]+$/u.test(word) && !stop.has(word.toLowerCase()));
  const unlikely = stop.size > 0 ? 0 : Math.min(grammarRanks, byCount.length / 4);
  const kept = plain.filter(({ rank }) => rank >= unlikely);
  return (kept.length < wordsWanted ? plain : kept).slice(0, wordsWanted).map(({ word }) => word);
}

/** The sentence that can be taken in at a glance; the shortest that is no mere heading, else the longest. */
function readable(sentences: readonly string[]): string {
  const bySize = sentences.toSorted((a, b) => a.length - b.length);
  return bySize.find(({ length }) => length >= 40 && length <= 160) ?? bySize[bySize.length - 1] ?? '';
}
