import type { FieldRow } from '../../../core/contract/corpus.ts';
import type { MapMethod, MapRuns, WordMap } from '../../../core/contract/map.ts';
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

/** More words than these are not held against the runs of a study at once. */
export const mostCompared = 3000;

/** A map of few words is there at once. */
const shownAfterMs = 500;

/** The map that is shown, and what is asked to colour it. */
export class WordsOnMap {
  readonly #app: App;
  readonly map = new Latest<WordMap | null>();
  readonly fields = new Latest<readonly FieldRow[]>();
  readonly studies = new Latest<readonly StudySummary[]>();
  readonly ofField = new Latest<WordsOfField>();
  readonly kept = new Latest<MapRuns | null>();
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
    if (by === 'stability')
      void this.kept.ask((signal) =>
        this.#app.jobs.answer(
          signal,
          working,
          (options) =>
            this.#app.firth.call(
              'map.runs',
              { model: map.model, only: map.words.slice(0, mostCompared) },
              options,
            ),
          shownAfterMs,
        ),
      );
    else if (by.startsWith('field '))
      void this.ofField.ask((signal) =>
        wordsOfField(this.#app, by.slice('field '.length), this.fields.value ?? [], map.words, signal),
      );
  }
}
