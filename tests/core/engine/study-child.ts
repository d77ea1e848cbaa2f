import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { createEngine } from '../../../core/engine/engine.ts';

// A process to be killed: it makes the runs of a study and says when one is there.
const [project = '', dataFolder = '', runs = '2'] = process.argv.slice(2);
const engine = createEngine({ ...commandLineEnvironment(), dataFolder });
await engine.call('project.open', { file: { path: project } });
let seen = -1;
await engine.call(
  'study.run',
  { runs: Number(runs) },
  {
    onProgress({ runs: there }) {
      if (there === seen) return;
      seen = there;
      process.stdout.write(`runs ${there}\n`);
    },
  },
);
await engine.call('project.close', { save: true });
