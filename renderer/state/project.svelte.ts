import type { ModelSummary, ProjectInfo } from '../../core/contract/project.ts';
import type { Firth } from '../../core/contract/window.ts';

/** The open project as the window knows it. */
export class Project {
  readonly #firth: Firth;
  readonly #now: () => number;
  info = $state.raw<ProjectInfo | null>(null);
  /** Milliseconds since the epoch of the last save from this window. */
  savedAt = $state<number | null>(null);
  /** Name of the model that questions go to; null asks the newest. */
  chosenModel = $state<string | null>(null);
  /** Counts projects opened in this window, so that pages begin afresh with each. */
  serial = $state(0);
  /** Counts changes of the corpus, so that lists of words and lines ask again. */
  edition = $state(0);

  readonly hasTexts: boolean = $derived((this.info?.documents ?? 0) > 0);
  readonly models: readonly ModelSummary[] = $derived(
    this.info?.models.toSorted((a, b) => b.createdAt - a.createdAt) ?? [],
  );
  readonly model: ModelSummary | null = $derived(
    this.models.find((one) => one.name === this.chosenModel) ?? this.models[0] ?? null,
  );

  constructor(firth: Firth, now: () => number) {
    this.#firth = firth;
    this.#now = now;
  }

  /** A new project in a working copy of its own, without a file until it is saved. */
  async create(): Promise<void> {
    const target = await this.#firth.newProject();
    this.#opened(await this.#firth.call('project.open', { file: target, create: true }));
  }

  async open(grant: string): Promise<void> {
    this.#opened(await this.#firth.call('project.open', { file: { grant } }));
  }

  /** @returns false when the engine has no project open */
  async takeUp(): Promise<boolean> {
    const info = await this.#firth.call('project.info', {}).catch(() => null);
    if (info !== null) this.#opened(info);
    return info !== null;
  }

  async recover(id: string): Promise<void> {
    this.#opened(await this.#firth.call('project.recover', { id }));
  }

  #opened(info: ProjectInfo): void {
    this.info = info;
    this.savedAt = null;
    this.chosenModel = null;
    this.serial++;
  }

  async refresh(): Promise<void> {
    this.info = await this.#firth.call('project.info', {});
  }

  /** Whether there is a file that lacks something. */
  readonly isBehind: boolean = $derived(
    this.info !== null && this.info.unsaved && this.info.name !== null && !this.info.readOnly,
  );

  async corpusChanged(): Promise<void> {
    await this.refresh();
    this.edition++;
  }

  /** Saves to the project's own file, or asks for one. @returns false when the person chose none. */
  async save(suggested: string, elsewhere = false): Promise<boolean> {
    if (this.info === null) return false;
    if (elsewhere || this.info.name === null) {
      const target = await this.#firth.chooseSaveTarget(`${suggested}.firth`);
      if (target === null) return false;
      await this.#firth.call('project.save', { target: { grant: target.grant } });
    } else {
      await this.#firth.call('project.save', {});
    }
    this.savedAt = this.#now();
    await this.refresh();
    return true;
  }

  /** @param unsaved what becomes of changes that are not in the file, and of an interrupted training */
  async close(unsaved: 'give-up' | 'keep'): Promise<void> {
    await this.#firth.call('project.close', unsaved === 'keep' ? {} : { save: false });
    this.info = null;
    this.serial++;
  }
}
