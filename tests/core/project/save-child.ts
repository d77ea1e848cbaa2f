/**
 * Opens a project, changes it and saves it: `save-child.ts dataFolder path`. Prints `saving digest` with the digest that
 * the file is to have, then `saved`, or `failed CODE`, and in the end the digest of the working copy.
 */
import { writeSync } from 'node:fs';
import { contentDigest } from '../../../core/project/digest.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { writeSetting } from '../../../core/project/settings.ts';
import { environmentAt } from './environment-at.ts';

const [dataFolder = '', path = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const project = openProject(environmentAt(dataFolder), path);
writeSetting(project.db, 'changed', 'yes');
const digest = project.digest();
say(`saving ${digest}`);
try {
  project.save();
  say('saved');
} catch (thrown) {
  say(`failed ${thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown)}`);
}
try {
  const whole = project.db.pragma('integrity_check', { simple: true });
  say(`kept ${String(whole)} ${contentDigest(project.db) === digest ? 'same' : 'other'}`);
} catch (thrown) {
  say(`kept ${String(thrown)}`);
}
project.close();
