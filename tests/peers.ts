import { spawnSync } from 'node:child_process';
import { chromiumPath } from './double/chromium.ts';

const runs = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Programs of the system that tests need, by their Debian packages. */
const packages = [
  { name: 'strace', isThere: () => runs('strace') },
  { name: 'chromium', isThere: () => chromiumPath() !== undefined },
];

/** Installs on Debian what is missing, where that is allowed; says how where it is not. */
export function setup(): void {
  for (const { name, isThere } of packages) {
    if (isThere()) continue;
    const mayInstall = process.getuid?.() === 0 && runs('apt-get');
    if (mayInstall) {
      console.log(`Installing ${name}, which some tests need …`);
      const install = () =>
        spawnSync('apt-get', ['install', '-y', '-q', name], { stdio: 'ignore' }).status === 0;
      if (!install()) {
        spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
        install();
      }
    }
    if (!isThere())
      console.log(`${name} is not here: some tests cannot run. Debian: apt-get install ${name}`);
  }
}
