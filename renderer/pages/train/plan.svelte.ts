import type { Output } from '../../../core/contract/contract.ts';
import type { Failure } from '../../../core/contract/errors.ts';
import type { TrainingSettings } from '../../../core/contract/training.ts';
import type { App } from '../../state/app.svelte.ts';
import { Latest } from '../../state/latest.svelte.ts';

/** The model that is to be trained next: the preset for this corpus, and what the person changed. */
export class Plan {
  readonly #app: App;
  preset = new Latest<Output<'model.preset'>>();
  estimate = new Latest<Output<'model.estimate'>>();
  settings = $state<TrainingSettings | null>(null);
  name = $state('');
  watched = $state('');

  /** The setting that a failure names, so that the sentence can stand beside its field. */
  readonly faulty: string | null = $derived(faultySetting(this.estimate.failure));
  /** Zero negatives is no setting but a misunderstanding, explained where it stands. */
  readonly noNegatives: boolean = $derived(
    this.settings?.architecture !== 'count' &&
      this.settings?.output === 'negative-sampling' &&
      this.settings.negative < 1,
  );
  readonly ready: boolean = $derived(
    this.settings !== null && !this.noNegatives && this.estimate.failure === null,
  );
  readonly changed: boolean = $derived(
    this.settings !== null && JSON.stringify(this.settings) !== JSON.stringify(this.preset.value?.settings),
  );

  constructor(app: App) {
    this.#app = app;
  }

  async begin(): Promise<void> {
    const preset = await this.preset.ask((signal) => this.#app.firth.call('model.preset', {}, { signal }));
    if (preset !== null) this.settings = { ...preset.settings };
  }

  change(changed: Partial<TrainingSettings>): void {
    if (this.settings !== null) this.settings = { ...this.settings, ...changed };
  }

  backToPreset(): void {
    if (this.preset.value !== null) this.settings = { ...this.preset.value.settings };
  }

  reckon(settings: TrainingSettings): void {
    void this.estimate.ask((signal) => this.#app.firth.call('model.estimate', { settings }, { signal }));
  }

  async start(resume = false): Promise<void> {
    const { ui, training } = this.#app;
    const name = this.name.trim();
    const named = this.watched.split(/[\s,，、]+/).filter((word) => word !== '');
    const watched = named.length > 0 ? named : this.#app.pins.words.slice(0, 5);
    this.name = '';
    await training.start(
      () => ui.t.train.running,
      (rate) => ui.t.parts.perSecond(ui.whole(rate)),
      {
        settings: resume ? {} : ($state.snapshot(this.settings) ?? {}),
        ...(name === '' ? {} : { name }),
        ...(resume ? { resume } : {}),
        ...(watched.length === 0 ? {} : { watched }),
      },
    );
  }
}

export function faultySetting(failure: Failure | null): string | null {
  const setting = failure?.details['setting'];
  return typeof setting === 'string' ? setting : null;
}
