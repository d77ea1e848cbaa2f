import type { TrainingSettings } from '../contract/settings/training.ts';
import { completeSettings } from '../training/settings.ts';

type Changed = Partial<TrainingSettings>;

/**
 * What a person might as well have chosen: one setting changed at a time, each as far as is usual, and only where the model’s architecture
 * heeds it. Words and dimensions stay: they are those of the model.
 */
export function otherSettings(settings: TrainingSettings): readonly TrainingSettings[] {
  const { architecture, output, window, epochs, negative, subsample, dynamicWindow, noiseExponent } =
    settings;
  const always: readonly Changed[] = [
    { window: Math.max(1, Math.round(window / 2)) },
    { window: Math.min(50, window * 2) },
    { dynamicWindow: !dynamicWindow },
    { noiseExponent: noiseExponent === 1 ? 0.75 : 1 },
  ];
  const trained: readonly Changed[] = [
    { epochs: Math.max(1, Math.round(epochs / 2)) },
    { epochs: Math.min(1000, epochs * 2) },
    { subsample: subsample === 0 ? 1e-3 : Math.min(1, subsample * 10) },
    { subsample: subsample === 0 ? 1e-4 : subsample / 10 },
  ];
  const sampled: readonly Changed[] = [
    { negative: Math.max(1, Math.round(negative / 2)) },
    { negative: Math.min(50, negative * 2) },
  ];
  const isTrained = architecture !== 'count';
  const changes = [
    ...always,
    ...(isTrained ? trained : []),
    ...(isTrained && output === 'negative-sampling' ? sampled : []),
  ];
  const { rate: _rate, minRate: _minRate, ...rest } = settings;
  // Each architecture has a rate of its own.
  const others = (['skip-gram', 'cbow', 'count'] as const)
    .filter((one) => one !== architecture)
    .map((one) => completeSettings({ ...rest, architecture: one }));
  return [...changes.map((changed) => ({ ...settings, ...changed })), ...others].filter(
    (one) => JSON.stringify(one) !== JSON.stringify(settings),
  );
}
