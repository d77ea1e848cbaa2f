import type { Firth } from '../../core/contract/window.ts';

/** In queries `$pinned`. */
const nameOfList = 'pinned';

/** Several words are pinned one after the other, and what is kept of a project is worked out anew after each change of it. */
const settledMs = 2000;

/** Pins belong to the project: they are a list of words that it keeps. */
export class PinnedList {
  readonly #firth: Pick<Firth, 'call'>;
  readonly #words: () => readonly string[];
  /** Told that the project has changed; what cannot be kept goes there too. */
  readonly #after: (keeping: Promise<void>) => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The project has the list. */
  #isThere = false;

  constructor(
    firth: Pick<Firth, 'call'>,
    words: () => readonly string[],
    after: (keeping: Promise<void>) => Promise<void>,
  ) {
    this.#firth = firth;
    this.#words = words;
    this.#after = after;
  }

  /** The pins of the project that was just opened. */
  async load(): Promise<readonly string[]> {
    this.drop();
    const { lists } = await this.#firth.call('lists.list', {});
    this.#isThere = lists.some(({ name }) => name === nameOfList);
    if (!this.#isThere) return [];
    const { rows } = await this.#firth.call('lists.show', { name: nameOfList });
    return rows.map(({ word }) => word);
  }

  /** They are kept once the person has done. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), settledMs);
  }

  /** Keeps what is not kept yet: before the project is saved or left. */
  async flush(): Promise<void> {
    if (this.#timer === undefined) return;
    this.#stop();
    await this.#after(this.#keep());
  }

  /** What was not kept is no longer wanted. */
  drop(): void {
    this.#stop();
    this.#isThere = false;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #keep(): Promise<void> {
    const words = this.#words();
    if (words.length > 0) await this.#firth.call('lists.set', { name: nameOfList, words });
    else if (this.#isThere) await this.#firth.call('lists.delete', { name: nameOfList });
    this.#isThere = words.length > 0;
  }
}
