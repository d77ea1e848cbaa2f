import type { Output } from '../../../core/contract/contract.ts';
import type { SentenceRow } from '../../../core/contract/sequence.ts';
import type { TextsRef } from '../../../core/contract/texts.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';
import { RemoteRows } from '../../state/remote-rows.svelte.ts';
import { readCorpus } from './read-corpus.ts';

/** A text whose words are weighed, and the sentences of the corpus in the order of their weight. */
export class Weighing {
  readonly #app: App;
  typed = $state('');
  text = $state('');
  answer = new Latest<Output<'sequence.surprisal'>>();
  order = $state<'most' | 'least'>('most');
  minWords = $state(5);
  heldOutOnly = $state(false);
  /** Texts whose sentences are listed. */
  among = $state.raw<TextsRef>('all');
  /** The corpus is read when the person asks for it: it may take long. */
  begun = $state(false);
  readonly rows = new RemoteRows<SentenceRow>();

  constructor(app: App) {
    this.#app = app;
  }

  weigh(model: string, text: string): void {
    void this.answer.ask((signal) => this.#app.firth.call('sequence.surprisal', { model, text }, { signal }));
  }

  list(model: string): void {
    const query = {
      model,
      order: this.order,
      minWords: this.minWords,
      heldOutOnly: this.heldOutOnly,
      texts: this.among,
    };
    this.rows.begin((offset, limit, signal) =>
      readCorpus(
        this.#app,
        signal,
        (options) => this.#app.firth.call('sequence.sentences', { ...query, offset, limit }, options),
        () => (this.begun = false),
      ),
    );
  }

  stop = (): void => {
    this.answer.stop();
    this.rows.stop();
  };
}
