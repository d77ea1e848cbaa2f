import {
  defaultTokenSettings,
  type CutComparison,
  type DisagreementRow,
  type TokenSettings,
} from '../../../core/contract/cutting.ts';
import type { TextsRef } from '../../../core/contract/texts.ts';
import type { App } from '../../state/app.svelte.ts';
import { asFailure } from '../../state/failure.ts';
import type { Failure } from '../../../core/contract/errors.ts';
import { entriesFor, withEntries } from './dictionary-entries.ts';
import { wording } from './wording.ts';

/** One of the two ways that are compared. */
class Way {
  tokens = $state<TokenSettings>({ ...defaultTokenSettings });
  dictionary = $state(false);
  /** Of the texts. */
  languages = $state.raw<readonly string[]>([]);

  /** The choices of words ask for it; nothing is to be done before both ways are compared. */
  inspect(): void {
    return;
  }
}

const rowsShown = 5000;

/** Two ways of cutting the same texts, side by side. */
export class Workbench {
  readonly #app: App;
  readonly ways = { first: new Way(), second: new Way() };
  among = $state.raw<TextsRef>('all');
  comparison = $state.raw<CutComparison | null>(null);
  failure = $state.raw<Failure | null>(null);
  working = $state(false);
  /** Stretches that entries were made for. */
  decided = $state.raw<ReadonlySet<DisagreementRow>>(new Set());

  constructor(app: App) {
    this.#app = app;
  }

  /** Begins with how the texts are cut now, without and with the dictionary. */
  async load(): Promise<void> {
    const { tokens, languages } = await this.#app.firth.call('corpus.cutting', {});
    this.ways.first.languages = this.ways.second.languages = languages;
    this.ways.first.tokens = { ...tokens };
    this.ways.second.tokens = { ...tokens };
    this.ways.second.dictionary = true;
  }

  async compare(): Promise<void> {
    const app = this.#app;
    const way = ({ tokens, dictionary }: Way) => ({ tokens: $state.snapshot(tokens), dictionary });
    const params = {
      first: way(this.ways.first),
      second: way(this.ways.second),
      texts: this.among,
      limit: rowsShown,
    };
    this.working = true;
    this.failure = null;
    try {
      const found = await app.jobs.run(
        () => app.ui.say(wording).workbench.comparing,
        (job, progress) =>
          app.firth.call('corpus.compareCuts', params, {
            signal: job.signal,
            onProgress: ({ done, total }) => progress(done, total),
          }),
      );
      if (found === null) return;
      this.comparison = found;
      this.decided = new Set();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.working = false;
    }
  }

  /** What would have to be in the dictionary for a stretch to be cut like one of the ways. */
  entries({ written, first, second }: DisagreementRow, like: 'first' | 'second') {
    return like === 'first' ? entriesFor(written, first, second) : entriesFor(written, second, first);
  }

  async decide(row: DisagreementRow, like: 'first' | 'second'): Promise<void> {
    const app = this.#app;
    const { dictionary } = await app.firth.call('corpus.cutting', {});
    const next = withEntries(dictionary, this.entries(row, like));
    await app.firth.call('corpus.setDictionary', { dictionary: next });
    this.decided = new Set([...this.decided, row]);
    app.dictionaryEdition += 1;
    app.notice = app.ui.say(wording).workbench.added;
    await app.project.refresh();
  }
}
