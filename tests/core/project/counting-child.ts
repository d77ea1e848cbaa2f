/**
 * Counts in a project that others count in, too: `counting-child.ts dataFolder path saves`. Opens the file, adds one to its count and saves,
 * until so many saves were confirmed; each is printed as `saved`, one that was refused as its code.
 */
import { writeSync } from 'node:fs';
import { openProject } from '../../../core/project/open-project.ts';
import { readSettingJson, writeSetting } from '../../../core/project/settings.ts';
import { environmentAt } from './environment-at.ts';

const [dataFolder = '', path = '', saves = '1'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

for (let saved = 0; saved < Number(saves);) {
  const project = openProject(environmentAt(dataFolder), path, { leftover: 'discard' });
  writeSetting(project.db, 'count', Number(readSettingJson(project.db, 'count') ?? 0) + 1);
  try {
    project.save();
    saved += 1;
    say('saved');
  } catch (thrown) {
    say(thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown));
  }
  project.close({ save: false });
}
