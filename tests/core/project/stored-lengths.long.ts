import { expect, it } from 'vitest';
import { checkSequences } from './any-sequence.ts';
import { addSequenceModel } from '../../../core/project/sequence-models.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { sequenceModelOf } from './sample-rows.ts';
import { opened, temporaryPlace } from './temporary-project.ts';

it('saves, opens and finds whole what 2,000 sequences of changes made', () => {
  const { done, refused } = checkSequences(temporaryPlace, 2000);
  expect(done).toBeGreaterThan(refused);
  expect(refused).toBeGreaterThan(100);
});

it('opens a recurrent model of a million short texts again', () => {
  const place = temporaryPlace();
  const project = opened(place);
  const training = Array.from({ length: 1_000_000 }, (_, at) => ['f'.repeat(64), 0, at]);
  addSequenceModel(project.db, sequenceModelOf('many', 20, { texts: { training, heldOut: [] } }));
  project.save();
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: true, models: 1 });
});
