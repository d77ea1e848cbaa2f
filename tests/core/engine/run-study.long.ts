import { afterAll, expect, it } from 'vitest';
import { runsIn, studyUntil } from './kill-study.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());

it('P6: a study of 25 runs that was killed at five points has the runs of one that was not', async () => {
  const engine = await smallProject(place, { documents: 40, sentenceCount: 200 });
  await engine.call('model.train', { name: 'm', settings: { dimensions: 50, epochs: 10 } });
  await engine.call('study.run', { runs: 25 });
  await engine.call('project.save', {});
  const undisturbed = runsIn(place.project);
  expect(undisturbed).toHaveLength(25);
  await engine.call('study.remove', { kind: 'bootstrap' });
  await engine.call('project.close', { save: true });
  for (const enough of [2, 7, 11, 18, 23]) await studyUntil(place, 25, enough);
  await studyUntil(place, 25, Infinity);
  expect(runsIn(place.project)).toEqual(undisturbed);
});
