import { mkdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { createEngine } from '../engine/engine.ts';
import { commandLineEnvironment } from './environment.ts';
import { runCommandLine } from './run.ts';

// The main job on a bundled sample, command by command, each shown as a person would type it.
const environment = commandLineEnvironment();
const folder = join(import.meta.dirname, '..', '..', 'out', 'sample');
const project = join(folder, 'state-of-the-union.firth');
const csv = join(folder, 'vectors.csv');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const sample = join(environment.samples, 'state-of-the-union');
const steps: readonly (readonly string[])[] = [
  ['import', join(sample, 'texts'), '--project', project, '--metadata', join(sample, 'metadata.csv')],
  ['train', project, '--preset', '--mode', 'fast', '--workers', String(Math.min(2, environment.cpuCount))],
  ['neighbours', project, 'freedom'],
  ['analogy', project, '--positive', 'women,he', '--negative', 'men', '--top', '5'],
  ['export', project, '--what', 'vectors', '--format', 'csv', '--out', csv],
];

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  interactive: process.stderr.isTTY,
};
for (const step of steps) {
  const typed = step.map((word) => (isAbsolute(word) ? relative(process.cwd(), word) : word)).join(' ');
  process.stdout.write(`\n$ npm run --silent firth -- ${typed}\n`);
  const status = await runCommandLine(step, createEngine(environment), streams);
  if (status !== 0) {
    process.exitCode = status;
    break;
  }
}
