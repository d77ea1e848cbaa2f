import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import { readSettingJson } from '../../../core/project/settings.ts';
import type { Place } from './temporary-project.ts';

/** One program that counts, with a data folder of its own as on another computer. Gives what it printed. */
async function counted(
  { environment, path }: Place,
  number: number,
  saves: number,
): Promise<readonly string[]> {
  const folder = join(environment.dataFolder, `computer-${number}`);
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'counting-child.ts'), folder, path, `${saves}`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let complaint = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  await new Promise<void>((resolve) => child.on('close', () => resolve()));
  expect(complaint).toBe('');
  return output.trimEnd().split('\n');
}

/** Several programs save to one file as fast as they can: what each was told is saved is counted in it. Gives how often one was refused. */
export async function checkSavers(place: Place, savers: number, saves: number): Promise<number> {
  const first = openProject(place.environment, place.path, { create: true });
  first.save();
  first.close();
  const lines = (
    await Promise.all(Array.from({ length: savers }, (_, number) => counted(place, number, saves)))
  ).flat();
  const refused = lines.filter((line) => line !== 'saved');
  expect(refused.filter((code) => code !== 'E_CHANGED' && code !== 'E_IN_USE')).toEqual([]);
  const project = openProject(place.environment, place.path, { readOnly: true });
  const count = Number(readSettingJson(project.db, 'count'));
  project.close();
  expect(count).toBe(savers * saves);
  expect(readdirSync(place.folder)).toEqual(['dialects.firth']);
  return refused.length;
}
