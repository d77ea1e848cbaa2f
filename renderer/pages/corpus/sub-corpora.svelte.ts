import { SvelteMap } from 'svelte/reactivity';
import type {
  FieldCondition,
  FieldKind,
  FieldRow,
  FieldValue,
  SubCorpus,
  SubCorpusRow,
  TextSums,
} from '../../../core/contract/corpus.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';

/** A condition as it is being written. */
export interface ConditionDraft {
  field: string;
  values: readonly string[];
  from: string;
  to: string;
}

export interface SubCorpusDraft {
  /** Its name before, when it is not new. */
  readonly before: string | null;
  name: string;
  conditions: ConditionDraft[];
}

interface Known {
  readonly fields: readonly FieldRow[];
  readonly subCorpora: readonly SubCorpusRow[];
}

/** As many as a condition can name. */
const mostValues = 10_000;

/** The fields of the texts, and the sub-corpora that they make. */
export class SubCorpora {
  readonly #app: App;
  known = new Latest<Known>();
  matching = new Latest<TextSums>();
  draft = $state<SubCorpusDraft | null>(null);
  readonly #values = new SvelteMap<string, readonly FieldValue[]>();

  constructor(app: App) {
    this.#app = app;
  }

  async load(): Promise<void> {
    const { firth } = this.#app;
    await this.known.ask(async (signal) => {
      const [{ fields }, { subCorpora }] = await Promise.all([
        firth.call('corpus.fields', {}, { signal }),
        firth.call('corpus.subCorpora', {}, { signal }),
      ]);
      return { fields, subCorpora };
    });
    this.#values.clear();
  }

  kindOf(field: string): FieldKind {
    return this.known.value?.fields.find(({ name }) => name === field)?.kind ?? 'text';
  }

  /** Asks once for the values of a field of words. */
  async learnValues(field: string): Promise<void> {
    if (field === '' || this.#values.has(field) || this.kindOf(field) !== 'text') return;
    this.#values.set(field, []);
    const { rows } = await this.#app.firth.call('corpus.fieldValues', { field, limit: mostValues });
    this.#values.set(field, rows);
  }

  /** Values that a field has and those that are chosen, of which no text may be left. */
  valuesOf({ field, values }: Pick<ConditionDraft, 'field' | 'values'>): readonly FieldValue[] {
    const known = this.#values.get(field) ?? [];
    const names = new Set(known.map(({ value }) => value));
    const gone = values.filter((value) => !names.has(value));
    return [...known, ...gone.map((value) => ({ value, documents: 0, tokens: 0 }))];
  }

  async setKind(field: string, kind: FieldKind | null): Promise<void> {
    await this.#app.firth.call('corpus.setFieldKind', { field, kind });
    await this.#changed();
  }

  begin(row: SubCorpusRow | null): void {
    const conditions = (row?.conditions ?? []).map(({ field, values = [], from = '', to = '' }) => ({
      field,
      values,
      from,
      to,
    }));
    this.draft = { before: row?.name ?? null, name: row?.name ?? '', conditions };
    if (conditions.length === 0) this.addCondition();
  }

  addCondition(): void {
    const field = this.known.value?.fields[0]?.name ?? '';
    this.draft?.conditions.push({ field, values: [], from: '', to: '' });
  }

  async count(): Promise<void> {
    const { draft } = this;
    if (draft === null) return;
    const conditions = this.#written(draft);
    await this.matching.ask((signal) => this.#app.firth.call('corpus.matching', { conditions }, { signal }));
  }

  async keep(): Promise<void> {
    const { draft } = this;
    if (draft === null) return;
    const made = { name: draft.name.trim(), conditions: this.#written(draft) };
    const others = this.#stored().filter(({ name }) => name !== draft.before && name !== made.name);
    await this.#store([...others, made]);
    this.draft = null;
  }

  async remove(name: string): Promise<void> {
    await this.#store(this.#stored().filter((one) => one.name !== name));
  }

  #stored(): readonly SubCorpus[] {
    return (this.known.value?.subCorpora ?? []).map(({ name, conditions }) => ({ name, conditions }));
  }

  async #store(subCorpora: readonly SubCorpus[]): Promise<void> {
    await this.#app.firth.call('corpus.setSubCorpora', { subCorpora });
    await this.#changed();
  }

  async #changed(): Promise<void> {
    await this.#app.project.corpusChanged();
  }

  #written({ conditions }: SubCorpusDraft): FieldCondition[] {
    return conditions
      .filter(({ field }) => field !== '')
      .map(({ field, values, from, to }) => {
        if (this.kindOf(field) === 'text')
          return values.length === 0 ? { field } : { field, values: [...values] };
        const ends = Object.entries({ from: from.trim(), to: to.trim() }).filter(([, end]) => end !== '');
        return { field, ...Object.fromEntries(ends) };
      });
  }
}
