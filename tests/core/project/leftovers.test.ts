import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { discardRecoverable, listRecoverable } from '../../../core/project/leftovers.ts';
import { openProject, recoverProject } from '../../../core/project/open-project.ts';
import { importOf, someTexts } from './sample-rows.ts';
import { temporaryPlace, type Place } from './temporary-project.ts';

/** Unsaved work of a session that ended. @returns its folder and digest */
function unsavedWork({ environment, path }: Place) {
  const project = openProject(environment, path, { create: true });
  project.save();
  appendImport(project.db, importOf(someTexts));
  const left = { folder: project.workFolder, digest: project.digest() };
  project.close();
  return left;
}

describe('a working folder whose notes cannot be read', () => {
  it.each([
    ['is half written', (notes: string) => writeFileSync(notes, '{"target":"/')],
    ['is empty', (notes: string) => writeFileSync(notes, '')],
    ['is of another form', (notes: string) => writeFileSync(notes, '{"version":9}')],
    ['is gone', (notes: string) => rmSync(notes)],
  ])('P7: is offered back where its session.json %s, and saved where the person says', (_, spoil) => {
    const place = temporaryPlace();
    const { folder, digest } = unsavedWork(place);
    spoil(join(folder, 'session.json'));
    const [work, ...others] = listRecoverable(place.environment);
    expect(others).toEqual([]);
    expect(work).toMatchObject({ name: 'recovered.firth', damaged: false });
    expect(work!.changes).toBeGreaterThan(0);
    // However often it is listed.
    expect(listRecoverable(place.environment)).toEqual([work]);
    const project = recoverProject(place.environment, work!.id);
    expect(project.digest()).toBe(digest);
    expect(project.status()).toMatchObject({ name: null, unsaved: true });
    const elsewhere = join(place.folder, 'again.firth');
    project.save(elsewhere);
    project.close();
    const again = openProject(place.environment, elsewhere, { readOnly: true });
    expect(again.digest()).toBe(digest);
    again.close();
    expect(listRecoverable(place.environment)).toEqual([]);
  });

  it('goes when it is declined, or where it holds no work', () => {
    const place = temporaryPlace();
    const { folder } = unsavedWork(place);
    writeFileSync(join(folder, 'session.json'), '?');
    const [work] = listRecoverable(place.environment);
    discardRecoverable(place.environment, work!.id);
    expect(existsSync(folder)).toBe(false);
    const second = unsavedWork({ ...place, path: join(place.folder, 'second.firth') });
    rmSync(join(second.folder, 'session.json'));
    rmSync(join(second.folder, 'work.db'));
    expect(listRecoverable(place.environment)).toEqual([]);
    expect(readdirSync(join(place.environment.dataFolder, 'work'))).not.toContain(work!.id);
    expect(existsSync(second.folder)).toBe(false);
  });
});
