import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { stubElectron } from './stub-electron.ts';

export interface Packed {
  /** The archive of the application: app.asar. */
  readonly asar: string;
  /** The folder it lies in, with kernels and samples beside it: what `process.resourcesPath` is when it runs. */
  readonly resources: string;
  /** The program that starts it. */
  readonly program: string;
}

const platforms = {
  linux: { target: Platform.LINUX, folder: 'linux-unpacked', program: 'firth' },
  win32: { target: Platform.WINDOWS, folder: 'win-unpacked', program: 'Firth.exe' },
} as const;

/**
 * Packs what lies in out/ by electron-builder.yml, around a stub of Electron: everything that is Firth's own is as it will be
 * delivered. The fuses are turned in the stub as they are in the real program.
 */
export async function packFor(platform: keyof typeof platforms, outDir: string): Promise<Packed> {
  const { target, folder, program } = platforms[platform];
  const electronDist = stubElectron(platform);
  try {
    await build({
      projectDir: resolve(import.meta.dirname, '..', '..'),
      targets: target.createTarget('dir', Arch.x64),
      publish: 'never',
      config: { extends: 'electron-builder.yml', electronDist, directories: { output: outDir } },
    });
  } finally {
    rmSync(electronDist, { recursive: true, force: true });
  }
  const resources = join(outDir, folder, 'resources');
  return { asar: join(resources, 'app.asar'), resources, program: join(outDir, folder, program) };
}
