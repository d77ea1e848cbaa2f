import type { Output } from '../../../core/contract/contract.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';

interface Written extends Output<'sequence.sample'> {
  readonly start: string;
  /** As they were asked for, so that the same text can be got again. */
  readonly seed: number;
  readonly temperature: number;
}

/** A text, what comes next, and how it might go on. */
export class Continuation {
  readonly #app: App;
  text = $state('');
  words = $state(40);
  temperature = $state(0.8);
  seed = $state(1);
  next = new Latest<Output<'sequence.predict'>>();
  written = new Latest<Written>();

  constructor(app: App) {
    this.#app = app;
  }

  predict(model: string, text: string): void {
    void this.next.ask((signal) =>
      this.#app.firth.call('sequence.predict', { model, text, top: 24 }, { signal }),
    );
  }

  writeOn(model: string): void {
    const { text, words, temperature, seed } = this;
    void this.written.ask(async (signal) => ({
      ...(await this.#app.firth.call(
        'sequence.sample',
        { model, start: text, words, temperature, seed },
        { signal },
      )),
      start: text.trim(),
      seed,
      temperature,
    }));
  }

  stop = (): void => {
    this.next.stop();
    this.written.stop();
  };
}
