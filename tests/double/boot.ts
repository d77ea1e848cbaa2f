// node boot.ts [Electron's own command line]: the program behind bin/electron.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import Module, { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const double = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name === 'electron/main'
      ? { url: double, shortCircuit: true }
      : next(name, context),
});

const { launch } = await import('./launch.ts');
const { chromiumPath } = await import('./chromium.ts');

const versionOf = (path: string) =>
  /[\d.]{5,}/.exec(
    execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )?.[0] ?? '';

const asElectron = process as unknown as Record<string, unknown>;
asElectron['type'] = 'browser';
asElectron['defaultApp'] = !launch.packed;
asElectron['resourcesPath'] = launch.resources;
Object.defineProperty(process.versions, 'electron', {
  value: (JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')) as { version: string })
    .version,
  enumerable: true,
});
Object.defineProperty(process.versions, 'chrome', {
  get: () => versionOf(chromiumPath() ?? ''),
  enumerable: true,
});
process.argv.splice(0, 2, join(import.meta.dirname, 'bin', 'electron'));

const electron = await import('./electron.ts');
const { app } = electron;
// A test program may ask for the module at any moment, also while the main script is being loaded; a module of the new kind
// cannot be required just then.
const loading = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
const load = loading._load;
loading._load = (name, ...rest) =>
  name === 'electron' || name === 'electron/main' ? electron : load(name, ...rest);
const { ensureChromium } = await import('./web-contents.ts');
if (launch.switches.has('inspect')) inspector.open(Number(launch.switches.get('inspect')), '127.0.0.1');
process.on('SIGTERM', () => void app.quit());
process.on('SIGINT', () => void app.quit());
process.on('uncaughtException', (error) => {
  console.error('Uncaught exception in the main process:', error);
  void app.exit(1);
});
for (const module of launch.required) require(module);
if (launch.driven) await ensureChromium(null, [1280, 800]);
// Electron is ready only after the main script has run up to its first await.
setImmediate(() => app.start());
try {
  await import(pathToFileURL(launch.entry).href);
} catch (error) {
  console.error('The main script could not be loaded:', error);
  await app.exit(1);
}
