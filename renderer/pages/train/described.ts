import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import type { Words as CommonWords } from '../../training/Words.en.ts';
import type { Words } from './Words.en.ts';

/** The settings that made a model, in one line. */
export function described(
  settings: TrainingSettings,
  t: Words,
  common: CommonWords,
  number: (n: number) => string,
): string {
  const named = (name: string, value: number) => `${name} ${number(value)}`;
  const parts = [t.architectures[settings.architecture]];
  if (settings.architecture !== 'count') {
    parts.push(t.outputs[settings.output]);
    if (settings.output === 'negative-sampling') parts.push(named('k', settings.negative));
  }
  if (settings.layer !== 'form') parts.push(`${common.layer} ${settings.layer}`);
  parts.push(
    named(t.dimensions, settings.dimensions),
    named(t.window, settings.window),
    named(common.minCount, settings.minCount),
  );
  // Models of before there were stop words have none.
  const stopped = (settings as Partial<TrainingSettings>).stopWords?.length ?? 0;
  if (stopped > 0) parts.push(named(t.stopWords, stopped));
  if (settings.architecture !== 'count')
    parts.push(named(common.epochs, settings.epochs), named(common.rate, settings.rate));
  parts.push(named(common.seed, settings.seed), common.modes[settings.mode]);
  return parts.join(' · ');
}
