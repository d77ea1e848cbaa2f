import type { Dictionary, TokenSettings } from '../../../core/contract/cutting.ts';
import type { PhraseRow } from '../../../core/contract/words.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { AppError, type Failure } from '../../../core/contract/errors.ts';
import type { App } from '../../state/app.svelte.ts';
import { asFailure } from '../../state/failure.ts';
import { Latest } from '../../state/latest.svelte.ts';
import { withEntries } from './dictionary-entries.ts';
import { wording } from './wording.ts';

/** How the texts of the corpus are cut into words, and the project’s dictionary. */
export class Cutting {
  readonly #app: App;
  tokens = $state<TokenSettings>({ ...defaultTokenSettings });
  /** The dictionary as it is written, an entry a line. */
  entries = $state('');
  /** The dictionary or the settings were changed since the texts were cut. */
  pending = $state(false);
  /** Some texts were cut by another version of the program. */
  otherwise = $state(false);
  /** Of the texts. */
  languages = $state.raw<readonly string[]>([]);
  failure = $state.raw<Failure | null>(null);
  working = $state(false);
  phrases = new Latest<{ readonly total: number; readonly rows: readonly PhraseRow[] }>();

  constructor(app: App) {
    this.#app = app;
  }

  async load(): Promise<void> {
    const { tokens, dictionary, pending, otherwise, languages } = await this.#app.firth.call(
      'corpus.cutting',
      {},
    );
    this.tokens = { ...tokens };
    this.entries = written(dictionary);
    this.pending = pending;
    this.otherwise = otherwise;
    this.languages = languages;
  }

  /** Settings were changed by the person. */
  inspect(): void {
    this.pending = true;
  }

  get dictionary(): Dictionary {
    return read(this.entries);
  }

  async keep(): Promise<void> {
    await this.#app.firth.call('corpus.setDictionary', { dictionary: this.dictionary });
    this.pending = true;
    await this.#app.project.refresh();
  }

  async add(entries: Dictionary): Promise<void> {
    this.entries = written(withEntries(this.dictionary, entries));
    await this.keep();
  }

  async findPhrases(minCount: number, threshold: number): Promise<void> {
    const app = this.#app;
    await this.phrases.ask(async (signal) => {
      const found = await app.jobs.run(
        () => app.ui.say(wording).cutting.finding,
        (job) =>
          app.firth.call(
            'corpus.phrases',
            { minCount, threshold, limit: 500 },
            { signal: AbortSignal.any([signal, job.signal]) },
          ),
        150,
      );
      if (found === null) throw new AppError('E_CANCELLED');
      return found;
    });
  }

  async recut(): Promise<void> {
    const app = this.#app;
    this.working = true;
    this.failure = null;
    try {
      await this.keep();
      const done = await app.jobs.run(
        () => app.ui.say(wording).cutting.working,
        (job, progress) =>
          app.firth.call(
            'corpus.recut',
            { tokens: $state.snapshot(this.tokens) },
            { signal: job.signal, onProgress: ({ done: step, total }) => progress(step, total) },
          ),
      );
      if (done === null) return;
      this.phrases.clear();
      await app.project.corpusChanged();
      await this.load();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.working = false;
    }
  }
}

const written = ({ words, splits }: Dictionary): string =>
  [...words, ...splits.map((parts) => parts.join(' | '))].join('\n');

/** What a person wrote: `|` cuts, everything else is one word. */
function read(entries: string): Dictionary {
  const lines = entries
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    words: lines.filter((line) => !line.includes('|')),
    splits: lines
      .filter((line) => line.includes('|'))
      .map((line) =>
        line
          .split('|')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      )
      .filter((parts) => parts.length > 1),
  };
}
