import type { SequenceSummary } from '../../core/contract/sequence.ts';
import type { Firth } from '../../core/contract/window.ts';
import type { Jobs } from './jobs.svelte.ts';
import { Latest } from './latest.svelte.ts';
import type { Project } from './project.svelte.ts';
import { Training } from './training.svelte.ts';

/** The recurrent models of the open project, which of them is asked, and the one that is being trained. */
export class Sequences {
  readonly #firth: Firth;
  readonly list = new Latest<readonly SequenceSummary[]>();
  /** Name of the model that questions go to; null asks the newest. */
  chosen = $state<string | null>(null);
  readonly training: Training<'sequence.train'>;

  /** Newest first. */
  readonly models: readonly SequenceSummary[] = $derived(
    this.list.value?.toSorted((a, b) => b.createdAt - a.createdAt) ?? [],
  );
  readonly model: SequenceSummary | null = $derived(
    this.models.find((one) => one.name === this.chosen) ?? this.models[0] ?? null,
  );

  constructor(firth: Firth, jobs: Jobs, project: Project) {
    this.#firth = firth;
    this.training = new Training(firth, jobs, {
      method: 'sequence.train',
      speed: (progress) => progress.tokensPerSecond,
      after: async (result) => {
        if (result !== null) this.chosen = result.name;
        await project.refresh();
        await this.refresh();
      },
    });
  }

  async refresh(): Promise<void> {
    await this.list.ask((signal) => this.#firth.call('sequence.list', {}, { signal }));
  }

  /** For a project that was just opened or closed. */
  clear(): void {
    this.list.clear();
    this.chosen = null;
    this.training.dismiss();
  }
}
