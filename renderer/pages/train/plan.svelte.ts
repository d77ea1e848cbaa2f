import type { Output } from '../../../core/contract/contract.ts';
import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import type { App } from '../../state/app.svelte.ts';
import { SettingsPlan } from '../../state/settings-plan.svelte.ts';
import { wording } from './wording.ts';

export class Plan extends SettingsPlan<TrainingSettings, Output<'model.preset'>, Output<'model.estimate'>> {
  readonly #app: App;
  watched = $state('');

  /** Zero negatives is no setting but a misunderstanding, explained where it stands. */
  readonly noNegatives: boolean = $derived(
    this.settings?.architecture !== 'count' &&
      this.settings?.output === 'negative-sampling' &&
      this.settings.negative < 1,
  );
  readonly ready: boolean = $derived(
    this.settings !== null &&
      !this.noNegatives &&
      this.preset.failure === null &&
      this.estimate.failure === null,
  );

  constructor(app: App) {
    super(app.firth);
    this.#app = app;
  }

  protected askPreset(signal: AbortSignal): Promise<Output<'model.preset'>> {
    return this.#app.firth.call('model.preset', this.ofTexts, { signal });
  }

  reckon(settings: TrainingSettings, texts: Plan['ofTexts']): void {
    void this.estimate.ask((signal) =>
      this.#app.firth.call('model.estimate', { settings, ...texts }, { signal }),
    );
  }

  async start(resume = false): Promise<void> {
    const { ui, training } = this.#app;
    const named = this.watched.split(/[\s,，、]+/).filter((word) => word !== '');
    const watched = named.length > 0 ? named : this.#app.pins.words.slice(0, 5);
    await training.start(
      () => ui.say(wording).running,
      (rate) => ui.t.parts.perSecond(ui.whole(rate)),
      { ...this.order(resume), ...(watched.length === 0 ? {} : { watched }) },
    );
  }
}
