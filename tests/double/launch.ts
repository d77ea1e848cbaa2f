import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** How the double was started: `electron [-r module]… [--switch[=value]]… app [argument]…`, or as a packed program. */
export interface Launch {
  /** Modules to load before the app. */
  readonly required: readonly string[];
  readonly switches: Map<string, string>;
  readonly appPath: string;
  /** The app's main script. */
  readonly entry: string;
  readonly packed: boolean;
  readonly resources: string;
  /** Whether a test program drives this. */
  readonly driven: boolean;
  /** A test drives the stand-in by it, also where the program takes the switch back as it has to in Electron. */
  readonly debuggingPort: string | undefined;
  readonly headless: boolean;
}

function readLaunch(args: readonly string[]): Launch {
  const required: string[] = [];
  const rest: string[] = [];
  const switches = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '-r') required.push(args[++i]!);
    else if (arg.startsWith('--')) {
      const [name = '', value = ''] = arg.slice(2).split(/=(.*)/s);
      switches.set(name, value);
    } else rest.push(arg);
  }
  const resources = process.env['FIRTH_DOUBLE_RESOURCES'];
  const target = resources === undefined ? resolve(rest[0] ?? '.') : unpacked(join(resources, 'app.asar'));
  const isFolder = statSync(target).isDirectory();
  const manifest = (folder: string) =>
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main?: string };
  return {
    required,
    switches,
    appPath: isFolder ? target : dirname(target),
    entry: isFolder ? join(target, manifest(target).main ?? 'index.js') : target,
    packed: resources !== undefined,
    resources: resources ?? join(import.meta.dirname, 'bin', 'resources'),
    debuggingPort: switches.get('remote-debugging-port'),
    driven: switches.has('remote-debugging-port'),
    headless:
      process.env['FIRTH_DOUBLE_HEADLESS'] === '1' ||
      (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']),
  };
}

/** Node cannot look into an archive as Electron can: it is laid out in a folder of its own for as long as the program runs. */
function unpacked(archive: string): string {
  const asar = createRequire(import.meta.url)('@electron/asar') as {
    extractAll(archive: string, folder: string): void;
  };
  const folder = mkdtempSync(join(tmpdir(), 'firth-asar-'));
  asar.extractAll(archive, folder);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const launch = readLaunch(process.argv.slice(2));
