import { spawnSync } from 'node:child_process';

/** Programs of the system that tests need, by their Debian packages. */
const packages = { strace: 'strace' } as const;

const isThere = (program: string) =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Installs on Debian what is missing, where that is allowed; says how where it is not. */
export function setup(): void {
  for (const [program, name] of Object.entries(packages)) {
    if (isThere(program)) continue;
    const mayInstall = process.getuid?.() === 0 && isThere('apt-get');
    if (mayInstall) {
      console.log(`Installing ${name}, which some tests need …`);
      const install = () =>
        spawnSync('apt-get', ['install', '-y', '-q', name], { stdio: 'ignore' }).status === 0;
      if (!install()) {
        spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
        install();
      }
    }
    if (!isThere(program))
      console.log(`${program} is not here: some tests cannot run. Debian: apt-get install ${name}`);
  }
}
