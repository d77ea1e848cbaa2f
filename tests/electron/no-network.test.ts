import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const built = globSync('out/**/*.{js,cjs}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

const networkModules = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'undici',
  'ws',
];
/** Ways of a page, or of Node, to reach another machine without importing anything. */
const networkNames = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
];

interface Found {
  /** Modules that are loaded, in whatever way. */
  readonly modules: readonly string[];
  /** Names that are used: of variables, or of properties (`window.fetch`). */
  readonly names: ReadonlySet<string>;
  /** Code made from text: `eval(…)`, `new Function(…)`, `setTimeout('…')`. */
  readonly made: readonly string[];
}

const isLoad = (node: ts.CallExpression) =>
  node.expression.kind === ts.SyntaxKind.ImportKeyword ||
  /^(require|createRequire\(.*\)|process\.getBuiltinModule|__require)$/.test(node.expression.getText());

/** What was found in a file that is built, which several tests ask. */
const known = new Map<string, Found>();
function read(file: string): Found {
  const found = known.get(file) ?? readText(file, readFileSync(join(root, file), 'utf8'));
  known.set(file, found);
  return found;
}

function readText(file: string, text: string): Found {
  const modules: string[] = [];
  const names = new Set<string>();
  const made: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined)
      modules.push((node.moduleSpecifier as ts.StringLiteral).text);
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (isLoad(node) && first !== undefined)
        modules.push(ts.isStringLiteralLike(first) ? first.text : first.getText());
      const callee = node.expression.getText();
      if (/^(eval|Function|(globalThis|window)\.eval)$/.test(callee)) made.push(node.getText().slice(0, 80));
      if (/(^|\.)set(Timeout|Interval)$/.test(callee) && first !== undefined && ts.isStringLiteral(first))
        made.push(node.getText().slice(0, 80));
    }
    if (ts.isNewExpression(node) && /(^|\.)(Async|Generator)*Function$/.test(node.expression.getText()))
      made.push(node.getText().slice(0, 80));
    // What is declared or is a key of Firth’s own is no use of the name.
    if (ts.isIdentifier(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node))
      names.add(node.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
      names.add(node.argumentExpression.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return { modules, names, made };
}

describe('what is built', () => {
  it('is read by a reader that finds what it looks for', () => {
    const { modules, names, made } = readText(
      'sample.js',
      `import a from 'node:net'; const b = await import('dns'); const c = require('tls'); export * from 'ws';
       createRequire(import.meta.url)('https'); window['WebSocket']; self.fetch('x'); eval('1'); new Function('1'); setTimeout('1');`,
    );
    expect(modules).toEqual(['node:net', 'dns', 'tls', 'ws', 'https']);
    expect(networkNames.filter((name) => names.has(name))).toEqual(['fetch', 'WebSocket']);
    expect(made).toHaveLength(3);
  });

  it('is all there', () => {
    for (const file of [
      'out/main/main.js',
      'out/main/engine-worker.js',
      'out/preload/preload.cjs',
      'out/cli/firth.js',
    ])
      expect(built).toContain(file);
    expect(built.filter((file) => file.startsWith('out/renderer/')).length).toBeGreaterThan(0);
  });

  it.each(built)('opens no connection and makes no code from text: %s', (file) => {
    const { modules, names, made } = read(file);
    expect(modules.filter((name) => networkModules.includes(name.replace(/^node:/, '')))).toEqual([]);
    // Every module is named by a constant: none can be chosen at run time.
    expect(modules.filter((name) => !/^[\w@./:-]+$/.test(name))).toEqual([]);
    expect(networkNames.filter((name) => names.has(name))).toEqual([]);
    expect(made).toEqual([]);
  });

  it('loads the module of the window in the main process and its preload script only', () => {
    const loading = built.filter((file) => read(file).modules.includes('electron'));
    expect(loading.toSorted()).toEqual(['out/main/main.js', 'out/preload/preload.cjs']);
  });

  it('needs nothing at run time but Node, the window and the database', () => {
    const outside = new Set(
      built
        .flatMap((file) => read(file).modules)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:')),
    );
    const ours = [...outside].filter(
      (name) =>
        ![
          'fs',
          'fs/promises',
          'module',
          'worker_threads',
          'path',
          'os',
          'url',
          'stream',
          'util',
          'events',
          'buffer',
          'zlib',
          'crypto',
          'string_decoder',
        ].includes(name),
    );
    expect(ours.toSorted()).toEqual(['better-sqlite3', 'electron']);
  });

  it('has a page without a script, a style or an event of its own in it', () => {
    const pages = globSync('out/**/*.html', { cwd: root });
    expect(pages).toHaveLength(1);
    const html = readFileSync(join(root, pages[0]!), 'utf8');
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, inside] of scripts) {
      expect(inside).toBe('');
      expect(attributes).toMatch(/ src="\.\/assets\/[\w.-]+\.js"/);
    }
    expect(html).not.toMatch(
      /<style|\sstyle=|\son[a-z]+=|javascript:|<base|<iframe|<object|<embed|http-equiv/i,
    );
    // Nothing is fetched from elsewhere.
    expect(html).not.toMatch(/(src|href)="(?!\.\/assets\/)/);
  });

  it('has styles that fetch nothing', () => {
    for (const file of globSync('out/renderer/**/*.css', { cwd: root })) {
      const css = readFileSync(join(root, file), 'utf8');
      const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) =>
        address!.replaceAll(/["']/g, ''),
      );
      expect(addresses.filter((address) => !/^(data:image\/|\.\/[\w.-]+$)/.test(address))).toEqual([]);
      expect(css).not.toMatch(/@import/);
    }
  });
});

describe('the sources', () => {
  it.each(['core/engine', 'core/cli', 'electron', 'renderer'])(
    'of %s’s kind are kept from the network by the linter',
    (room) => {
      const folder = mkdtempSync(join(tmpdir(), 'firth-linted-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const modules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns'];
      const lines = [
        ...modules.flatMap((name) => [`import '${name}';`, `import 'node:${name}';`]),
        ...networkNames.filter((name) => name !== 'sendBeacon').map((name) => `${name}('x');`),
        `navigator.sendBeacon('x');`,
      ];
      mkdirSync(join(folder, room), { recursive: true });
      writeFileSync(join(folder, room, 'calling.ts'), lines.join('\n'));
      const linter = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
      const { stdout } = spawnSync(
        process.execPath,
        [linter, '--config', join(root, '.oxlintrc.json'), '--format', 'json', '.'],
        { cwd: folder, encoding: 'utf8' },
      );
      const { diagnostics } = JSON.parse(stdout) as {
        diagnostics: readonly { code: string; labels: readonly { span: { line: number } }[] }[];
      };
      const refused = diagnostics
        .filter(({ code }) => /^eslint\(no-restricted-(imports|globals|properties)\)$/.test(code))
        .map(({ labels }) => labels[0]!.span.line);
      expect([...new Set(refused)].toSorted((a, b) => a - b)).toEqual(lines.map((_, at) => at + 1));
    },
  );

  it('ask for the module of the window by its name in electron/ only, so that Node never looks for its program', () => {
    const files = globSync('{core,renderer,resources,tests}/**/*.{ts,svelte}', { cwd: root });
    const asking = files.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return /^import (?!type)[^;]*from 'electron'|require\('electron'\)[^`]*;$|import\('electron'\)/m.test(
        text,
      );
    });
    expect(asking).toEqual([]);
  });
});
