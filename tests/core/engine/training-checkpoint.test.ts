import { expect, it, onTestFinished } from 'vitest';
import { corpusDigest } from '../../../core/project/corpus-digest.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { readCheckpoint, writeCheckpoint } from '../../../core/project/training-checkpoints.ts';
import { runIdentity } from '../../../core/training/settings.ts';
import { smallPlace, smallProject } from './small-engine.ts';

/** Rewrites the checkpoint of a project as a version wrote it that did not know a setting. */
function withoutSetting(place: ReturnType<typeof smallPlace>, setting: string): void {
  const project = openProject(place.environment, place.project);
  const { state, arrays } = readCheckpoint(project);
  const { settings, ...rest } = state as { settings: Record<string, unknown>; identity: string };
  const older = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== setting));
  expect(Object.keys(older).length).toBe(Object.keys(settings).length - 1);
  const corpus = corpusDigest(project.db)!;
  // What is taken away here is what a run is named by.
  expect(rest.identity).toBe(runIdentity(settings, corpus));
  const written = { ...rest, settings: older, identity: runIdentity(older, corpus) };
  writeCheckpoint(project, { state: written, arrays }, 7);
  project.close();
}

it('P6: a training that a version without a setting left is taken up, and ends with the bytes of one that was not interrupted', async () => {
  const place = smallPlace();
  onTestFinished(() => place.remove());
  const settings = { epochs: 300, dimensions: 60, minCount: 2 };
  const engine = await smallProject(place);
  const whole = await engine.call('model.train', { name: 'whole', settings });
  await engine.call('project.save', {});
  const begun = Promise.withResolvers<undefined>();
  const left = engine
    .call(
      'model.train',
      { name: 'left', settings },
      { onProgress: ({ phase }) => phase === 'training' && begun.resolve(undefined) },
    )
    .catch((error: unknown) => error);
  await begun.promise;
  await engine.close();
  await left;
  withoutSetting(place, 'within');
  const again = place.engine();
  onTestFinished(() => again.close());
  const info = await again.call('project.open', { file: { path: place.project } });
  expect(info.resumableKind).toBe('model');
  const { sha256 } = await again.call('model.train', { resume: true });
  expect(sha256).toBe(whole.sha256);
});
