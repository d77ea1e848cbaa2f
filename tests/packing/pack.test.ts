import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkFirstRun } from '../e2e/first-run.ts';
import { launchFirth } from '../e2e/launch.ts';
import { shown } from '../e2e/shown.ts';
import { isLongRun } from '../extent.ts';
import { packFor, type Packed } from './pack.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'firth-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const built = globSync('out/{main,preload,renderer}/**/*', { cwd: root, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'));

const bytesIn = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
    : statSync(path).size;

describe.each(['linux', 'win32'] as const)('the package for %s', (platform) => {
  let packed: Packed;
  let files: readonly string[];
  beforeAll(async () => {
    packed = await packFor(platform, join(folder, platform));
    files = listPackage(packed.asar, { isPack: false })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !('files' in statFile(packed.asar, file.slice(1))));
  });

  it('holds all that was built for the window', () => {
    expect(built).toContain('/out/main/main.js');
    expect(built.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('holds the database with the one binary of its system, and nothing else: no sources, no maps, no tests, no tools', () => {
    const others = files.filter((file) => !built.includes(file));
    const binary = `/node_modules/better-sqlite3/prebuilds/${platform}-x64.node`;
    expect(
      others.filter((file) => !/^\/node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/.test(file)).toSorted(),
    ).toEqual(
      [
        '/node_modules/better-sqlite3/LICENSE',
        '/node_modules/better-sqlite3/package.json',
        binary,
        '/package.json',
      ].toSorted(),
    );
    expect(files.filter((file) => /\.(ts|svelte|map|cc|c|h|gyp)$/.test(file))).toEqual([]);
  });

  it('has outside of the archive only what cannot be loaded from within', () => {
    const outside = globSync('app.asar.unpacked/**/*', { cwd: packed.resources, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(outside).toEqual([`${platform}-x64.node`]);
  });

  it('has kernels and samples beside it, where the main process looks for them', () => {
    for (const name of ['kernels', 'samples'])
      expect(readdirSync(join(packed.resources, name), { recursive: true }).toSorted()).toEqual(
        readdirSync(join(root, 'resources', name), { recursive: true }).toSorted(),
      );
  });

  it('names the licence of everything that is bundled in it', () => {
    for (const place of ['main', 'renderer'])
      expect(extractFile(packed.asar, join('out', place, 'licenses.md')).toString()).toMatch(
        /^## .+ \((MIT|ISC|BSD|Apache)/m,
      );
    for (const licence of ['main', 'renderer'].map((place) =>
      extractFile(packed.asar, join('out', place, 'licenses.md')).toString(),
    ))
      for (const [, name] of licence.matchAll(/^## .+ \(([^)]+)\)$/gm))
        expect(name).toMatch(/^(MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0)$/);
    // Beside the archive: what is no code.
    const licence = (name: string) =>
      readFileSync(join(packed.resources, 'kernels', `${name}.licence.txt`), 'utf8');
    expect(licence('jieba')).toMatch(/MIT License/);
    expect(licence('japanese')).toMatch(/Nara Institute of Science/);
    expect(licence('korean')).toMatch(/Apache License/);
    expect(licence('word-lists')).toMatch(/Unicode, Inc/);
    expect(licence('pdfium')).toMatch(/BSD 3-Clause[^]*Apache License/);
  });

  it('tells nothing of the computer it was packed on', () => {
    const home = [root, tmpdir(), process.env['HOME'] ?? root];
    const manifest = extractFile(packed.asar, 'package.json').toString();
    expect(home.filter((path) => path.length > 5 && manifest.includes(path))).toEqual([]);
    for (const file of files.filter((one) => one.startsWith('/out/')))
      expect(extractFile(packed.asar, file.slice(1)).includes(root)).toBe(false);
  });

  it('turns every fuse to its safe side', async () => {
    const wire = await getCurrentFuseWire(packed.program);
    const states = Object.fromEntries(
      [
        FuseV1Options.RunAsNode,
        FuseV1Options.EnableCookieEncryption,
        FuseV1Options.EnableNodeOptionsEnvironmentVariable,
        FuseV1Options.EnableNodeCliInspectArguments,
        FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
        FuseV1Options.OnlyLoadAppFromAsar,
        FuseV1Options.GrantFileProtocolExtraPrivileges,
      ].map((fuse) => [FuseV1Options[fuse], String.fromCharCode(wire[fuse]!)]),
    );
    expect(states).toEqual({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      GrantFileProtocolExtraPrivileges: '0',
    });
  });

  it('stays small: a megabyte or two of program, a few of binary, and the samples', () => {
    const mebibytes = (path: string) => bytesIn(path) / 2 ** 20;
    const sizes = {
      archive: mebibytes(packed.asar),
      binary: mebibytes(join(packed.resources, 'app.asar.unpacked')),
      kernels: mebibytes(join(packed.resources, 'kernels')),
      samples: mebibytes(join(packed.resources, 'samples')),
    };
    console.log(
      `${platform}: ${Object.entries(sizes)
        .map(([name, size]) => `${name} ${size.toFixed(1)} MiB`)
        .join(', ')}`,
    );
    // Dictionaries of Japanese, Chinese, Korean and Thai and the reader of PDF are 25 MiB of these, the order of words 8, samples 12; a library
    // too many adds more.
    expect(sizes.archive).toBeLessThan(16);
    expect(sizes.binary).toBeLessThan(4);
    expect(sizes.kernels + sizes.samples).toBeLessThan(47);
  });

  if (platform === 'win32')
    it('has the digest of the archive in its program, so that a changed archive does not start', () => {
      const { headerString } = getRawHeader(packed.asar);
      const digest = createHash('sha256').update(headerString).digest('hex');
      expect(readFileSync(packed.program).toString('latin1')).toContain(digest);
    });

  // The stand-in for Electron is started by a shell script.
  if (platform === 'linux' && process.platform !== 'win32')
    it('does from its archive what the first run asks for, and finds the samples beside it', async () => {
      if (isLongRun)
        await walkFirstRun(join(folder, 'first run'), (options) =>
          launchFirth({ ...options, program: packed.program }),
        );
      const samples = await launchFirth({ program: packed.program });
      await samples.page.getByRole('button', { name: /^Chinese: short texts/ }).click();
      // Cut by the dictionary from the archive, and trained.
      await shown(samples.page.getByText(/\d+ texts/).first()).toBeVisible({ timeout: 200_000 });
      await samples.answer(1);
      await samples.close();
    });
});

describe('the icons', () => {
  const icons = join(root, 'resources', 'icons');
  const png = (size: number) => readFileSync(join(icons, 'png', `${size}x${size}.png`));

  it('are PNGs of the size that they are named for', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const picture = png(size);
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([size, size]);
      // 6: colours with a transparency.
      expect(picture.readUInt8(25)).toBe(6);
    }
  });

  it('hold the same pictures for Windows and macOS', () => {
    const ico = readFileSync(join(icons, 'icon.ico'));
    for (let i = 0; i < ico.readUInt16LE(4); i++) {
      const at = 6 + 16 * i;
      const size = ico.readUInt8(at) || 256;
      const start = ico.readUInt32LE(at + 12);
      expect(ico.subarray(start, start + ico.readUInt32LE(at + 8)).equals(png(size))).toBe(true);
    }
    const icns = readFileSync(join(icons, 'icon.icns'));
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const sizes: number[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      sizes.push(icns.readUInt32BE(at + 8 + 16));
    expect(new Set(sizes)).toEqual(new Set([16, 32, 64, 128, 256, 512, 1024]));
  });
});
