import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { createEngine } from '../../../core/engine/engine.ts';

// A process to be killed: it trains in a project and takes a checkpoint again and again, and says when one is written.
const [project = '', dataFolder = '', settings = '{}', method = 'model.train'] = process.argv.slice(2);
const engine = createEngine({ ...commandLineEnvironment(), dataFolder });
const { resumable } = await engine.call('project.open', { file: { path: project } });
let seen = resumable;
const request = {
  settings: JSON.parse(settings) as object,
  ...(resumable === null ? { name: 'model' } : { resume: true }),
};
const training =
  method === 'sequence.train' ? engine.call('sequence.train', request) : engine.call('model.train', request);
const steering = setInterval(() => {
  void engine
    .call('project.info', {})
    .then(async (info) => {
      if (info.resumable !== seen && info.resumable !== null) {
        seen = info.resumable;
        process.stdout.write(`checkpoint ${info.resumable}\n`);
        await engine.call('model.continue', {});
      } else await engine.call('model.pause', {});
    })
    // Between the end of the training and its answer there is nothing to steer.
    .catch(() => undefined);
}, 30);
const { sha256 } = await training;
clearInterval(steering);
process.stdout.write(`finished ${sha256}\n`);
await engine.call('project.close', { save: true });
