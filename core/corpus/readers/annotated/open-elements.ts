import type { Metadata } from '../../metadata.ts';

/** Elements of vertical text that are a text each; of those within one another the innermost. */
export const isText = /^(?:doc|document|text)$/i;

/** The elements that a place of vertical text lies in. */
export class OpenElements {
  readonly #open: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push({ name, attributes });
  }

  /** Ends the innermost one of this name, and what was left open within it; nothing where none is open. */
  close(name: string): void {
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at >= 0) this.#open.length = at;
  }

  get isWithinText(): boolean {
    return this.#open.some(({ name }) => isText.test(name));
  }

  /** What all of them say; where an inner one says otherwise, an outer one's word has its name before it: `corpus_id`. */
  fields(): Metadata {
    const fields: Record<string, string> = {};
    for (const { name, attributes } of this.#open.toReversed())
      for (const [attribute, value] of Object.entries(attributes)) {
        const free = attribute in fields ? `${name}_${attribute}` : attribute;
        if (value !== '' && !(free in fields)) fields[free] = value;
      }
    return fields;
  }
}
