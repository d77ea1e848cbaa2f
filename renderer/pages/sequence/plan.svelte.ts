import type { Output } from '../../../core/contract/contract.ts';
import type { Cell, EmbeddingSource, Optimiser, SequenceSettings } from '../../../core/contract/sequence.ts';
import type { App } from '../../state/app.svelte.ts';
import { SettingsPlan } from '../../state/settings-plan.svelte.ts';

/** The recurrent model that is to be trained next. */
export class SequencePlan extends SettingsPlan<
  SequenceSettings,
  Output<'sequence.preset'>,
  Output<'sequence.estimate'>
> {
  readonly #app: App;
  readonly ready: boolean = $derived(this.settings !== null && this.estimate.failure === null);

  constructor(app: App) {
    super();
    this.#app = app;
  }

  async begin(cell?: Cell): Promise<void> {
    const preset = await this.preset.ask((signal) =>
      this.#app.firth.call('sequence.preset', cell === undefined ? {} : { cell }, { signal }),
    );
    if (preset !== null) this.settings = { ...preset.settings };
  }

  /** Each cell has a preset of its own, which must not undo what the person has set. */
  chooseCell(cell: Cell): void {
    if (this.changed) this.change({ cell });
    else void this.begin(cell);
  }

  /** Plain descent takes longer steps than Adam: a rate that suits one is wrong for the other. */
  chooseOptimiser(optimiser: Optimiser): void {
    const usual = this.preset.value?.settings;
    const rate = usual?.optimiser === optimiser ? usual.rate : optimiser === 'sgd' ? 0.5 : 0.002;
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
    if (model !== null) this.change({ embeddings, parent: model.name, dimensions: model.dimensions });
  }

  reckon(settings: SequenceSettings): void {
    void this.estimate.ask((signal) => this.#app.firth.call('sequence.estimate', { settings }, { signal }));
  }

  async start(resume = false): Promise<void> {
    const { ui, sequences } = this.#app;
    await sequences.training.start(
      () => ui.t.sequence.running,
      (rate) => ui.t.sequence.perSecond(ui.whole(rate)),
      this.order(resume),
    );
  }
}
