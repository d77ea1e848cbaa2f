import type { Output } from '../../../core/contract/contract.ts';
import { trainingTable, type TrainingSettings } from '../../../core/contract/settings/training.ts';
import type { App } from '../../state/app.svelte.ts';
import { SettingsPlan } from '../../state/settings-plan.svelte.ts';
import { wording } from './wording.ts';
import { typedWords } from '../../parts/typed-words.ts';

/** The word vectors that are to be trained next. */
export class Plan extends SettingsPlan<TrainingSettings, Output<'model.preset'>, Output<'model.estimate'>> {
  readonly #app: App;
  readonly table = trainingTable;
  watched = $state('');

  constructor(app: App) {
    super(app.firth);
    this.#app = app;
  }

  /** Zero negatives is no setting but a misunderstanding, explained where it stands. */
  override get isExplained(): boolean {
    const { settings } = this;
    return (
      settings?.architecture !== 'count' && settings?.output === 'negative-sampling' && settings.negative < 1
    );
  }

  override get ready(): boolean {
    return super.ready && !this.isExplained;
  }

  protected askPreset(signal: AbortSignal): Promise<Output<'model.preset'>> {
    return this.#app.firth.call('model.preset', this.ofTexts, { signal });
  }

  protected askEstimate(settings: TrainingSettings, signal: AbortSignal): Promise<Output<'model.estimate'>> {
    return this.#app.firth.call('model.estimate', { settings, ...this.ofTexts }, { signal });
  }

  async start(resume: boolean): Promise<void> {
    const { ui, training } = this.#app;
    const named = typedWords(this.watched);
    const pinned = this.#app.pins.words.slice(0, 5);
    const watched = [named, pinned, this.#app.examples.words].find(({ length }) => length > 0) ?? [];
    await training.start(
      () => ui.say(wording).running,
      (rate) => ui.t.parts.perSecond(ui.whole(rate)),
      { ...this.order(resume), ...(watched.length === 0 ? {} : { watched }) },
    );
  }
}
