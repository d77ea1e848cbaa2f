import type { DocumentRow } from '../../../core/contract/corpus.ts';
import type { ConcordanceLine } from '../../../core/contract/words.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';
import type { Column } from '../column.ts';

const mostTexts = 100_000;

/** What the texts of lines are known by: who wrote them, and when. Made within a component. */
export class FieldsOfTexts {
  readonly #answer = new Latest<readonly DocumentRow[]>();
  readonly #texts = $derived(new Map(this.#answer.value?.map((row) => [row.id, row])));
  /** Names of all fields that some text has. */
  readonly names: readonly string[] = $derived(
    [...new Set(this.#answer.value?.flatMap(({ metadata }) => Object.keys(metadata)))].sort(),
  );
  /** A column for each, for the file of lines. */
  readonly columns: readonly Column<ConcordanceLine>[] = $derived(
    this.names.map((field) => ({
      id: `field ${field}`,
      name: field,
      kind: 'text',
      shown: (line) => this.valueOf(line, field),
      value: (line) => this.valueOf(line, field),
    })),
  );

  constructor(app: App) {
    $effect(() => {
      void app.project.edition;
      void this.#answer.ask(async (signal) => {
        const { rows } = await app.firth.call('corpus.documents', { limit: mostTexts }, { signal });
        return rows;
      });
    });
    $effect(() => this.#answer.stop);
  }

  /** Empty where the text has no such field. */
  valueOf({ documentId }: Pick<ConcordanceLine, 'documentId'>, field: string): string {
    return String(this.#texts.get(documentId)?.metadata[field] ?? '');
  }
}
