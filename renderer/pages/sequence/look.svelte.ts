import type { SequenceStates, StateLine, StatePart } from '../../../core/contract/sequence.ts';
import type { TextsRef } from '../../../core/contract/texts.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';
import { RemoteRows } from '../../state/remote-rows.svelte.ts';
import { readCorpus } from './read-corpus.ts';
import { sentenceAround } from '../../parts/sentence-around.ts';
import type { Span } from './spans.ts';

/** What the corpus is asked about states. */
export type Question =
  | {
      readonly about: 'unit';
      readonly model: string;
      readonly unit: number;
      readonly part: StatePart;
      readonly layer: number;
      readonly lowest: boolean;
    }
  | {
      readonly about: 'span';
      readonly model: string;
      readonly sentence: string;
      readonly words: string;
      readonly layer: number;
      readonly span: Span;
    };

const lineCount = 200;

/** A sentence, how one or two networks read it, and the step at which one looks. */
export class Look {
  readonly #app: App;
  typed = $state('');
  /** The sentence that is shown; empty before the first. */
  sentence = $state('');
  withWord = $state('');
  first = new Latest<SequenceStates>();
  second = new Latest<SequenceStates>();
  /** Sentences of the corpus that were offered. */
  offer = new Latest<string>();
  #offered = 0;
  /** Name of the model beside the first; empty for none. */
  beside = $state('');
  at = $state(0);
  /** Steps that are chosen; that at which one is alone unless more are. */
  span = $state.raw<Span>({ from: 0, to: 0 });
  part = $state<StatePart>('hidden');
  layer = $state(0);
  question = $state.raw<Question | null>(null);
  readonly lines = new RemoteRows<StateLine>();

  constructor(app: App) {
    this.#app = app;
  }

  read(sentence: string): void {
    this.typed = sentence;
    this.sentence = sentence.trim();
    this.question = null;
    this.goTo(1);
  }

  goTo(at: number): void {
    this.at = at;
    this.span = { from: at, to: at };
  }

  /** The next sentence with the word, or with one that is neither very frequent nor rare. */
  async offerSentence(): Promise<void> {
    const sentence = await this.offer.ask(async (signal) => {
      const texts = this.#ownTexts();
      const word = this.withWord.trim() || (await this.#middlingWord(texts, signal));
      const { lines } = await this.#app.firth.call(
        'lines.concordance',
        { word, width: 14, limit: 50, texts },
        { signal },
      );
      const sentences = lines.map(sentenceAround);
      return sentences[this.#offered++ % Math.max(1, sentences.length)] ?? '';
    });
    if (sentence !== null && sentence !== '') this.read(sentence);
  }

  /** Those of the sub-corpus that the model was trained on. */
  #ownTexts(): TextsRef {
    const subCorpus = this.#app.sequences.model?.subCorpus ?? null;
    return subCorpus === null ? 'all' : { conditions: subCorpus.conditions };
  }

  async #middlingWord(texts: TextsRef, signal: AbortSignal): Promise<string> {
    const ask = (page: { readonly offset?: number; readonly limit?: number }) =>
      this.#app.firth.call('corpus.words', { ...page, texts }, { signal });
    const { rows } = await ask({ offset: 60, limit: 40 });
    const words = rows.length > 0 ? rows : (await ask({})).rows;
    return words[this.#offered % Math.max(1, words.length)]?.word ?? '';
  }

  ask(question: Question): void {
    this.question = question;
    this.lines.begin(async (offset, limit, signal) => {
      const ask = (options: Parameters<Parameters<typeof readCorpus>[2]>[0]) =>
        question.about === 'unit'
          ? this.#app.firth.call(
              'sequence.unit',
              {
                model: question.model,
                unit: question.unit,
                part: question.part,
                layer: question.layer,
                lowest: question.lowest,
                limit: lineCount,
              },
              options,
            )
          : this.#app.firth.call(
              'sequence.similar',
              {
                model: question.model,
                sentence: question.sentence,
                ...question.span,
                layer: question.layer,
                limit: lineCount,
              },
              options,
            );
      const { lines } = await readCorpus(this.#app, signal, ask, () => (this.question = null));
      return { total: lines.length, rows: lines.slice(offset, offset + limit) };
    });
  }

  closeLines(): void {
    this.lines.stop();
    this.question = null;
  }

  stop = (): void => {
    this.first.stop();
    this.second.stop();
    this.offer.stop();
    this.lines.stop();
  };
}
