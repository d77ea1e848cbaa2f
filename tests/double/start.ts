// npm start: Electron where its program is or can be fetched, else the same built app in this machine's Chromium.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';
import { electronFolder, electronPath } from './electron-path.ts';

const root = join(import.meta.dirname, '..', '..');
const fetchTimeoutMs = 180_000;

function fetchElectron(): string | null {
  console.log('Fetching Electron, once …');
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: fetchTimeoutMs,
  });
  return electronPath();
}

function run(program: string, args: readonly string[]): void {
  const child = spawn(program, [...args], { stdio: 'inherit', cwd: root });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
}

const args = process.argv.slice(2);
const hasDisplay =
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');

if (!hasDisplay && !args.includes('--headless')) {
  console.log('There is no display here to open the window on. The main job, from the command line:');
  run(process.execPath, [join(root, 'core', 'cli', 'demo.ts')]);
} else {
  const program = args.includes('--headless') ? electronPath() : (electronPath() ?? fetchElectron());
  const passed = args.filter((arg) => arg !== '--headless');
  if (program !== null && hasDisplay) run(program, [root, ...passed]);
  else if (chromiumPath() === undefined) {
    console.error(
      'Electron could not be fetched, and no Chromium, Chrome or Edge is here to show the window instead. ' +
        'Install one of them (Debian: apt-get install chromium) and start again.',
    );
    process.exitCode = 1;
  } else {
    console.log(
      'Electron could not be fetched: this is the development fallback, the same app in this computer’s Chromium. ' +
        'Menus of the system and double clicks on project files need Electron.',
    );
    run(process.execPath, [join(import.meta.dirname, 'boot.ts'), root, ...passed]);
  }
}
