import type { SubCorpusRow } from '../../core/contract/corpus.ts';
import type { SettingsTable } from '../../core/contract/settings/setting.ts';
import type { PartRef } from '../../core/contract/texts.ts';
import type { Failure } from '../../core/contract/errors.ts';
import type { Firth } from '../../core/contract/window.ts';
import { changesIn } from './changes-in.ts';
import { Latest } from './latest.svelte.ts';

/** A model that is to be trained next: the texts, the preset for them, what the person changed, and what it would cost. */
export abstract class SettingsPlan<
  Settings extends object,
  Preset extends { readonly settings: Settings },
  Estimate,
> {
  readonly #firth: Firth;
  /** What each setting may be. */
  abstract readonly table: SettingsTable;
  preset = new Latest<Preset>();
  estimate = new Latest<Estimate>();
  settings = $state<Settings | null>(null);
  name = $state('');
  /** The sub-corpora that there are. */
  readonly subCorpora = new Latest<readonly SubCorpusRow[]>();
  /** Name of the one that is trained on; empty for the whole corpus. */
  chosenTexts = $state('');

  readonly texts: SubCorpusRow | null = $derived(
    this.subCorpora.value?.find(({ name }) => name === this.chosenTexts) ?? null,
  );
  /** For every call that is about these texts. */
  readonly ofTexts: { readonly texts?: PartRef } = $derived(
    this.texts === null ? {} : { texts: { conditions: $state.snapshot(this.texts.conditions) } },
  );
  /** The setting that a failure names, so that the sentence can stand beside its field. */
  readonly faulty: string | null = $derived(faultySetting(this.estimate.failure));
  readonly changed: boolean = $derived(
    this.settings !== null && JSON.stringify(this.settings) !== JSON.stringify(this.preset.value?.settings),
  );

  /** What stands in the way is said where it arises, and not once more. */
  // A setting may explain itself: whether one does is for those to say that have such.
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style
  get isExplained(): boolean {
    return false;
  }

  /** A training can begin. */
  get ready(): boolean {
    return this.settings !== null && this.preset.failure === null && this.estimate.failure === null;
  }

  constructor(firth: Firth) {
    this.#firth = firth;
  }

  /** The preset for the texts that are chosen, and for what else is. */
  protected abstract askPreset(signal: AbortSignal): Promise<Preset>;

  /** What a training of the chosen texts by these settings would cost. */
  protected abstract askEstimate(settings: Settings, signal: AbortSignal): Promise<Estimate>;

  /** @param resume the interrupted training, whose settings are kept with it, rather than these */
  abstract start(resume: boolean): Promise<void>;

  /** Takes the preset as it is. */
  async begin(): Promise<void> {
    await this.subCorpora.ask(async (signal) => {
      const { subCorpora } = await this.#firth.call('corpus.subCorpora', {}, { signal });
      return subCorpora;
    });
    // It may be gone since.
    if (this.texts === null) this.chosenTexts = '';
    const preset = await this.preset.ask((signal) => this.askPreset(signal));
    if (preset !== null) this.settings = { ...preset.settings };
  }

  /** Settings follow the size of the texts, but for those that the person has changed. */
  async chooseTexts(name: string): Promise<void> {
    const before = this.preset.value?.settings;
    this.chosenTexts = name;
    const preset = await this.preset.ask((signal) => this.askPreset(signal));
    if (preset !== null) this.settings = { ...preset.settings, ...changesIn(before, this.settings) };
  }

  reckon(settings: Settings): void {
    void this.estimate.ask((signal) => this.askEstimate(settings, signal));
  }

  change(changed: Partial<Settings>): void {
    if (this.settings !== null) this.settings = { ...this.settings, ...changed };
  }

  backToPreset(): void {
    if (this.preset.value !== null) this.settings = { ...this.preset.value.settings };
  }

  /** What is asked for a training, and the name in the field taken for it; one that is resumed has its texts already. */
  order(resume: boolean): {
    settings: Partial<Settings>;
    name?: string;
    resume?: boolean;
    texts?: PartRef;
  } {
    const name = this.name.trim();
    this.name = '';
    return {
      settings: resume ? {} : this.settings === null ? {} : { ...this.settings },
      ...(name === '' ? {} : { name }),
      ...(resume ? { resume } : this.ofTexts),
    };
  }
}

/** A plan of either kind, for all that treats them alike. */
export type AnyPlan = Omit<
  SettingsPlan<
    object,
    { readonly settings: object },
    { readonly bytes: number; readonly seconds: number | null }
  >,
  'change' | 'order'
>;

export function faultySetting(failure: Failure | null): string | null {
  const setting = failure?.details['setting'];
  return typeof setting === 'string' ? setting : null;
}
