import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What stands before the fuses in Electron's own program (electron/fuses, src/constants.ts), then version 1 and nine fuses. */
const sentinel = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  // As they are delivered: runAsNode, node options, inspect and file privileges on.
  Buffer.from('101100010', 'latin1'),
]);

/** A program that starts the packed application in the stand-in for Electron. */
const starter = `#!/bin/sh
here="$(cd "$(dirname "$(readlink -f "$0")")" && pwd)"
FIRTH_DOUBLE_RESOURCES="$here/resources" exec "\${FIRTH_DOUBLE:?the stand-in for Electron: tests/double/bin/electron}" "$@"
`;

/** The parts of resedit that are needed: it belongs to electron-builder, which writes resources of Windows programs with it. */
interface ResEdit {
  readonly NtExecutable: { createEmpty(): { generate(): ArrayBuffer } };
  readonly NtExecutableResource: {
    from(executable: object): { outputResource(executable: object): void; entries: object[] };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): {
        setStringValues(language: { lang: number; codepage: number }, values: Record<string, string>): void;
        outputToResourceEntries(entries: object[]): void;
      };
    };
  };
}

/** A Windows program that does nothing but has what a packer looks for: resources with a version in one language. */
function windowsProgram(): Buffer {
  const require = createRequire(import.meta.url);
  const packer = createRequire(
    require.resolve('app-builder-lib/package.json', {
      paths: [dirname(require.resolve('electron-builder'))],
    }),
  );
  const { NtExecutable, NtExecutableResource, Resource } = packer('resedit') as ResEdit;
  const executable = NtExecutable.createEmpty();
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}

/** A folder like that of Electron's binaries, small enough to pack in a test. */
export function stubElectron(platform: 'linux' | 'win32'): string {
  const folder = mkdtempSync(join(tmpdir(), `firth-electron-${platform}-`));
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name));
  const program = platform === 'linux' ? Buffer.from(starter) : windowsProgram();
  const file = join(folder, platform === 'linux' ? 'electron' : 'electron.exe');
  writeFileSync(file, Buffer.concat([program, sentinel]));
  chmodSync(file, 0o755);
  const { version } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('electron/package.json'), 'utf8'),
  ) as { version: string };
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, name), version);
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  return folder;
}
