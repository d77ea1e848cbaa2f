import { describe, expect, it } from 'vitest';
import { checkFailedSave, checkKilledSave, prepareSave } from './save-faults.ts';
import { temporaryPlace } from './temporary-project.ts';
import { canTrace, notRun } from './traced-save.ts';

describe.skipIf(!canTrace)(`saving, traced${notRun}`, () => {
  it('leaves the old or the new version at whichever call it is killed (P2)', () => {
    const place = temporaryPlace();
    const saved = prepareSave(place);
    const outcomes = saved.calls.map((call) => checkKilledSave(place, saved, call));
    expect(outcomes).toContain('old');
    expect(outcomes).toContain('new');
  });

  it.each(['ENOSPC', 'EIO'])('harms nothing at whichever call the disk fails with %s (P4, P5)', (error) => {
    const place = temporaryPlace();
    const saved = prepareSave(place);
    const results = saved.calls
      .filter(({ name }) => name !== 'openat' && name !== 'unlink')
      .map((call) => checkFailedSave(place, saved, { ...call, error }));
    expect(results.filter((result) => result.startsWith('failed')).length).toBeGreaterThan(10);
  });
});
