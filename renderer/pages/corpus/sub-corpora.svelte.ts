import type {
  DocumentRow,
  FieldCondition,
  FieldKind,
  FieldRow,
  SubCorpus,
  SubCorpusRow,
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
  readonly documents: readonly Pick<DocumentRow, 'metadata'>[];
}

/** The fields of the texts, and the sub-corpora that they make. */
export class SubCorpora {
  readonly #app: App;
  known = new Latest<Known>();
  matching = new Latest<{ readonly documents: readonly number[]; readonly tokens: number }>();
  draft = $state<SubCorpusDraft | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  async load(): Promise<void> {
    const { firth } = this.#app;
    await this.known.ask(async (signal) => {
      const [{ fields }, { subCorpora }, { rows }] = await Promise.all([
        firth.call('corpus.fields', {}, { signal }),
        firth.call('corpus.subCorpora', {}, { signal }),
        firth.call('corpus.documents', { limit: 100_000 }, { signal }),
      ]);
      return { fields, subCorpora, documents: rows };
    });
  }

  kindOf(field: string): FieldKind {
    return this.known.value?.fields.find(({ name }) => name === field)?.kind ?? 'text';
  }

  /** Values that a field has, with the number of texts. */
  valuesOf(field: string): readonly (readonly [value: string, texts: number])[] {
    const texts = new Map<string, number>();
    for (const { metadata } of this.known.value?.documents ?? []) {
      if (!Object.hasOwn(metadata, field)) continue;
      const value = String(metadata[field]);
      texts.set(value, (texts.get(value) ?? 0) + 1);
    }
    const { compare } = new Intl.Collator(this.#app.ui.speaks, { numeric: true });
    return [...texts].sort(([a], [b]) => compare(a, b));
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
