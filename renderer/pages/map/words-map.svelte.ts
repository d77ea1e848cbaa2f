import type { FieldRow } from '../../../core/contract/corpus.ts';
import type { MapMethod, WordMap } from '../../../core/contract/map.ts';
import type { StudySummary } from '../../../core/contract/study.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';
import type { ColourBy } from './colours.ts';
import { wordsOfField, type WordsOfField } from './field-words.ts';

/** A map as it was asked for: a slow answer is never shown under another question. */
export interface AskedMap {
  readonly model: string;
  readonly method: MapMethod;
  readonly most: number;
  readonly only: readonly string[] | null;
}

/** How stable words of a map are, as far as they were looked at. */
export interface Stability {
  /** Of each word the share of its nearest that stay, 0 to 1; NaN where no run has it or it was not looked at. */
  readonly kept: Float64Array;
  /** The most frequent words come first. */
  readonly looked: number;
}

/** Words that are held against the runs of a study at once: then the map is coloured anew. */
const pieceWords = 200;

/** More words cannot be named in a question: a map of more is always one of the most frequent. */
const mostNamed = 10_000;
export const wordsOf = ({ words }: Pick<WordMap, 'words'>) =>
  words.length > mostNamed ? { most: words.length } : { only: [...words] };

/** A map of few words is there at once. */
const shownAfterMs = 500;

/** The map that is shown, and what is asked to colour it. */
export class WordsOnMap {
  readonly #app: App;
  readonly map = new Latest<WordMap | null>();
  readonly fields = new Latest<readonly FieldRow[]>();
  readonly studies = new Latest<readonly StudySummary[]>();
  readonly ofField = new Latest<WordsOfField>();
  readonly kept = new Latest<Stability>();
  asked = $state.raw<AskedMap | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  stop = (): void => {
    for (const one of [this.map, this.fields, this.studies, this.ofField, this.kept]) one.stop();
  };

  /** @param working what it is called while it goes on */
  draw(asked: AskedMap, working: () => string): void {
    this.asked = asked;
    this.ofField.clear();
    this.kept.clear();
    const { model, method } = asked;
    const which = asked.only === null ? { most: asked.most } : { only: asked.only };
    void this.map.ask((signal) =>
      this.#app.jobs.answer(
        signal,
        working,
        (options) => this.#app.firth.call('map.words', { model, method, ...which }, options),
        shownAfterMs,
      ),
    );
  }

  /** What there is to colour by. */
  look(): void {
    void this.fields.ask(async (signal) => {
      if (!this.#app.project.hasTexts) return [];
      return (await this.#app.firth.call('corpus.fields', {}, { signal })).fields;
    });
    void this.studies.ask((signal) => this.#app.firth.call('study.list', {}, { signal }));
  }

  hasStudy(model: string): boolean {
    return this.studies.value?.some((one) => one.model === model && one.study !== 'shuffled') ?? false;
  }

  /** Asks for what a colouring needs and the map does not have. */
  colour(by: ColourBy, map: WordMap, working: () => string): void {
    if (by === 'stability') this.#lookAtRuns(map, working);
    else if (by.startsWith('field '))
      void this.ofField.ask((signal) =>
        wordsOfField(this.#app, by.slice('field '.length), this.fields.value ?? [], map.words, signal),
      );
  }

  /** A piece after the other, the most frequent words first: what is known is seen while the rest is looked at, and stays when it is cancelled. */
  #lookAtRuns(map: WordMap, working: () => string): void {
    const { length } = map.words;
    let latest: Stability = { kept: new Float64Array(length).fill(Number.NaN), looked: 0 };
    void this.kept.ask(async (signal) => {
      this.kept.value = latest;
      const whole = await this.#app.jobs.answer(
        signal,
        working,
        async ({ onProgress, signal: given }) => {
          for (let from = 0; from < length; from += pieceWords) {
            const of = map.words.slice(from, from + pieceWords);
            const { kept } = await this.#app.firth.call(
              'map.runs',
              { model: map.model, ...wordsOf(map), of },
              { signal: given },
            );
            latest.kept.set(kept, from);
            latest = { kept: latest.kept, looked: Math.min(length, from + pieceWords) };
            onProgress({ done: latest.looked, total: length });
            if (!signal.aborted) this.kept.value = latest;
          }
          return latest;
        },
        shownAfterMs,
      );
      return whole ?? latest;
    });
  }
}
