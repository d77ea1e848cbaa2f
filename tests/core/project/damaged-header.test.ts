import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { codeOf, savedProject, temporaryPlace } from './temporary-project.ts';

/** Where the header says which form the file has: versions of reading and writing, number of the file format. */
it.each([18, 19, 47])('a header that promises another form at byte %d is damage, and rescued (P9)', (at) => {
  const place = temporaryPlace();
  savedProject(place);
  const bytes = readFileSync(place.path);
  bytes[at] = 5;
  writeFileSync(place.path, bytes);
  expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_DAMAGED' });
  const { documents, models } = rescueProject(place.environment, place.path, `${place.path}.out.firth`);
  expect([documents, models]).toEqual([3, 2]);
});
