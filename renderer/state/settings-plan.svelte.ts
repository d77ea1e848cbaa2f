import type { Failure } from '../../core/contract/errors.ts';
import { Latest } from './latest.svelte.ts';

/** A model that is to be trained next: the preset for this corpus, what the person changed, and what it would cost. */
export class SettingsPlan<Settings extends object, Preset extends { readonly settings: Settings }, Estimate> {
  preset = new Latest<Preset>();
  estimate = new Latest<Estimate>();
  settings = $state<Settings | null>(null);
  name = $state('');

  /** The setting that a failure names, so that the sentence can stand beside its field. */
  readonly faulty: string | null = $derived(faultySetting(this.estimate.failure));
  readonly changed: boolean = $derived(
    this.settings !== null && JSON.stringify(this.settings) !== JSON.stringify(this.preset.value?.settings),
  );

  change(changed: Partial<Settings>): void {
    if (this.settings !== null) this.settings = { ...this.settings, ...changed };
  }

  backToPreset(): void {
    if (this.preset.value !== null) this.settings = { ...this.preset.value.settings };
  }

  /** What is asked for a training, and the name in the field taken for it. */
  order(resume: boolean): {
    settings: Partial<Settings>;
    name?: string;
    resume?: boolean;
  } {
    const name = this.name.trim();
    this.name = '';
    return {
      settings: resume ? {} : this.settings === null ? {} : { ...this.settings },
      ...(name === '' ? {} : { name }),
      ...(resume ? { resume } : {}),
    };
  }
}

export function faultySetting(failure: Failure | null): string | null {
  const setting = failure?.details['setting'];
  return typeof setting === 'string' ? setting : null;
}
