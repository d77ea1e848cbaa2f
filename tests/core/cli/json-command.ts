import { join } from 'node:path';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { runCommandLine } from '../../../core/cli/run.ts';
import { createEngine } from '../../../core/engine/engine.ts';

/** Commands as a person types them, one engine for each, that must succeed and answer JSON. */
export const jsonCommands =
  (folder: string) =>
  async <T>(...args: string[]): Promise<T> => {
    const out: string[] = [];
    const err: string[] = [];
    const engine = createEngine({ ...commandLineEnvironment(), dataFolder: join(folder, 'data') });
    const status = await runCommandLine([...args, '--json'], engine, {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      interactive: false,
    });
    if (status !== 0) throw new Error(err.join('') + out.join(''));
    return JSON.parse(out.join('')) as T;
  };
