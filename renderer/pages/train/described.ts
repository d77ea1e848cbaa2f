import type { TrainingSettings } from '../../../core/contract/training.ts';
import type { Dictionary } from '../../i18n/en.ts';

/** The settings that made a model, in one line. */
export function described(
  settings: TrainingSettings,
  t: Dictionary['train'],
  number: (n: number) => string,
): string {
  const named = (name: string, value: number) => `${name} ${number(value)}`;
  const parts = [t.architectures[settings.architecture]];
  if (settings.architecture !== 'count') {
    parts.push(t.outputs[settings.output]);
    if (settings.output === 'negative-sampling') parts.push(named('k', settings.negative));
  }
  parts.push(
    named(t.dimensions, settings.dimensions),
    named(t.window, settings.window),
    named(t.minCount, settings.minCount),
  );
  // Models of before there were stop words have none.
  const stopped = (settings as Partial<TrainingSettings>).stopWords?.length ?? 0;
  if (stopped > 0) parts.push(named(t.stopWords, stopped));
  if (settings.architecture !== 'count')
    parts.push(named(t.epochs, settings.epochs), named(t.rate, settings.rate));
  parts.push(named(t.seed, settings.seed), t.modes[settings.mode]);
  return parts.join(' · ');
}
