import { spawnSync } from 'node:child_process';
import { chromiumPath } from './double/chromium.ts';

// `npm run setup:browser`: sees to the two programs of the system that the tests need, and says what it does. Where all is there,
// it says nothing. A test that needs one that could not be had fails; none is passed over.

const runs = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

const programs = [
  { name: 'chromium', use: 'the window’s tests run in it', isThere: () => chromiumPath() !== undefined },
  {
    name: 'strace',
    use: 'saving is killed at its system calls by it',
    isThere: () => process.platform !== 'linux' || runs('strace'),
  },
];

const missing = programs.filter(({ isThere }) => !isThere());
const mayInstall = process.getuid?.() === 0 && runs('apt-get');

function apt(...args: readonly string[]): boolean {
  console.log(`> apt-get ${args.join(' ')}`);
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

for (const { name, use, isThere } of missing) {
  console.log(`${name} is not on this computer; ${use}.`);
  if (mayInstall && !apt('install', '-y', '-q', name)) {
    apt('update', '-q');
    apt('install', '-y', '-q', name);
  }
  if (isThere()) console.log(`${name} is installed.`);
  else {
    console.log(`Install ${name} by hand, on Debian: apt-get install ${name}`);
    process.exitCode = 1;
  }
}
