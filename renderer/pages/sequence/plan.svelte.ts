import type { Output } from '../../../core/contract/contract.ts';
import type { SequencePresetWarning } from '../../../core/contract/sequence.ts';
import {
  defaultSequenceSettings,
  sequenceTable,
  usualRate,
  type Cell,
  type EmbeddingSource,
  type Optimiser,
  type SequenceSettings,
} from '../../../core/contract/settings/sequence.ts';
import type { App } from '../../state/app.svelte.ts';
import { SettingsPlan } from '../../state/settings-plan.svelte.ts';
import { wording } from './wording.ts';

/** The recurrent model that is to be trained next. */
export class SequencePlan extends SettingsPlan<
  SequenceSettings,
  Output<'sequence.preset'>,
  Output<'sequence.estimate'>
> {
  readonly #app: App;
  readonly table = sequenceTable;
  /** What is to be said of the settings as they are: inputs that are learned know nothing of other texts. */
  readonly warnings: readonly SequencePresetWarning[] = $derived(
    (this.preset.value?.warnings ?? []).filter(
      (warning) => warning !== 'vectors-of-other-texts' || this.settings?.embeddings !== 'learned',
    ),
  );
  /** What the preset is asked for, beside the texts. */
  #cell: Cell | null = null;
  #parent: string | null = null;

  constructor(app: App) {
    super(app.firth);
    this.#app = app;
  }

  protected askPreset(signal: AbortSignal): Promise<Output<'sequence.preset'>> {
    const asked = {
      ...(this.#cell === null ? {} : { cell: this.#cell }),
      ...(this.#parent === null ? {} : { parent: this.#parent }),
    };
    return this.#app.firth.call('sequence.preset', { ...asked, ...this.ofTexts }, { signal });
  }

  override begin(): Promise<void> {
    this.#cell = null;
    this.#parent = null;
    return super.begin();
  }

  override chooseTexts(name: string): Promise<void> {
    // Other texts may have word vectors of their own.
    this.#parent = null;
    return super.chooseTexts(name);
  }

  /** Each cell has a preset of its own, which must not undo what the person has set. */
  async chooseCell(cell: Cell): Promise<void> {
    if (this.changed) {
      this.change({ cell });
      return;
    }
    this.#cell = cell;
    const preset = await this.preset.ask((signal) => this.askPreset(signal));
    if (preset !== null) this.settings = { ...preset.settings };
  }

  /** Plain descent takes longer steps than Adam: a rate that suits one is wrong for the other. */
  chooseOptimiser(optimiser: Optimiser): void {
    const usual = this.preset.value?.settings;
    const cell = this.settings?.cell ?? defaultSequenceSettings.cell;
    const rate = usual?.optimiser === optimiser ? usual.rate : usualRate({ cell, optimiser });
    this.change({ optimiser, rate });
  }

  /** Inputs have the dimensions of the model that they come from. */
  chooseInputs(embeddings: EmbeddingSource, parent = this.settings?.parent ?? ''): void {
    if (embeddings === 'learned') {
      this.change({ embeddings, parent: '' });
      return;
    }
    const { models, model: newest } = this.#app.project;
    const model = models.find((one) => one.name === parent) ?? newest;
    if (model === null) return;
    this.change({ embeddings, parent: model.name, dimensions: model.dimensions });
    if (model.name === this.preset.value?.settings.parent) return;
    // What is to be said of its texts.
    this.#parent = model.name;
    void this.preset.ask((signal) => this.askPreset(signal));
  }

  protected askEstimate(
    settings: SequenceSettings,
    signal: AbortSignal,
  ): Promise<Output<'sequence.estimate'>> {
    return this.#app.firth.call('sequence.estimate', { settings, ...this.ofTexts }, { signal });
  }

  async start(resume: boolean): Promise<void> {
    const { ui, sequences } = this.#app;
    await sequences.training.start(
      () => ui.say(wording).running,
      (rate) => ui.say(wording).perSecond(ui.whole(rate)),
      this.order(resume),
    );
  }
}
