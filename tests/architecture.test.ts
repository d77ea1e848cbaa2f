import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { promiseTests } from './projects.ts';

const root = resolve(import.meta.dirname, '..');
const sources = globSync('{core,electron,renderer}/**/*.{ts,svelte}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('core/kernel/assembly/'));

interface Import {
  readonly from: string;
  /** Path inside the project, or the package's name. */
  readonly to: string;
  readonly inside: boolean;
  readonly typeOnly: boolean;
}

const imports: Import[] = sources.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const script = from.endsWith('.svelte')
    ? (/<script[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '')
    : text;
  const file = ts.createSourceFile(from, script, ts.ScriptTarget.Latest);
  const placed = (name: string) => {
    const inside = name.startsWith('.');
    const to = inside ? relative(root, resolve(root, dirname(from), name)).replaceAll('\\', '/') : name;
    return { from, to, inside };
  };
  const later: Import[] = [];
  const look = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteral(name))
        later.push({ ...placed(name.text), typeOnly: false });
    }
    ts.forEachChild(node, look);
  };
  if (script.includes('import(')) look(file);
  const atOnce = file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (statement.moduleSpecifier === undefined || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const name = statement.moduleSpecifier.text;
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const typeOnly = ts.isImportDeclaration(statement)
      ? clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return [{ ...placed(name), typeOnly }];
  });
  return [...atOnce, ...later];
}

/** The room of a file: `core/vectors`, `electron`, `renderer`. */
const room = (file: string) => /^(core\/[a-z]+(?=\/)|core|electron|renderer)/.exec(file)?.[0] ?? file;

/** Which rooms of core a room may look into; everything may read contract and the few files in core itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/contract': [],
  'core/kernel': [],
  'core/corpus': [],
  'core/project': [],
  'core/vocabulary': [],
  'core/lines': [],
  'core/query': ['core/kernel'],
  'core/training': ['core/kernel', 'core/vocabulary'],
  'core/sequence': ['core/kernel', 'core/vocabulary', 'core/training'],
  'core/vectors': ['core/kernel', 'core/vocabulary', 'core/training'],
  'core/evidence': ['core/vectors', 'core/vocabulary', 'core/training'],
  'core/studies': ['core/kernel', 'core/vocabulary', 'core/training', 'core/vectors'],
  'core/map': ['core/kernel', 'core/training', 'core/vectors'],
  'core/change': ['core/lines', 'core/studies', 'core/training'],
  'core/exchange': ['core/vectors', 'core/vocabulary'],
  'core/opened': [
    'corpus',
    'vocabulary',
    'lines',
    'query',
    'training',
    'sequence',
    'vectors',
    'studies',
    'project',
    'kernel',
  ].map((name) => `core/${name}`),
  'core/engine': [
    ...[
      'opened',
      'corpus',
      'vocabulary',
      'lines',
      'query',
      'training',
      'sequence',
      'vectors',
      'studies',
      'evidence',
      'map',
      'change',
      'project',
      'exchange',
      'kernel',
    ].map((name) => `core/${name}`),
  ],
  'core/cli': ['core/engine'],
  electron: ['core/engine'],
  renderer: [],
};

/** Entries of threads and processes: started by name, not imported. */
const entries = [
  'core/change/change-worker.ts',
  'core/cli/demo.ts',
  'core/cli/firth.ts',
  'core/cli/main.ts',
  'core/cli/write-option-tables.ts',
  'core/corpus/import-worker.ts',
  'core/engine/engine-worker.ts',
  'core/kernel/build.ts',
  'core/map/map-worker.ts',
  'core/sequence/sequence-worker.ts',
  'core/training/count-worker.ts',
  'core/training/training-worker.ts',
];

/** The modules that a file needs, and those that they need. */
function reached(from: readonly string[], byFile: ReadonlyMap<string, readonly Import[]>): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const { to, inside } of byFile.get(file) ?? []) if (inside) open.push(to);
  }
  return found;
}

/** Whether a module is types alone and leaves nothing to run. */
function isTypesOnly(file: string): boolean {
  const { statements } = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return statements.every(
    (one) =>
      ts.isInterfaceDeclaration(one) ||
      ts.isTypeAliasDeclaration(one) ||
      (ts.isImportDeclaration(one) && one.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword),
  );
}

/** Tests of what several modules do together, which none of them could be tested for alone. */
const together: ReadonlySet<string> = new Set([
  'tests/core/corpus/readers/documents.test.ts',
  'tests/core/corpus/readers/refusals.test.ts',
  'tests/core/corpus/readers/same-words.test.ts',
  'tests/core/engine/cancel.test.ts',
  'tests/core/engine/compare-cuts.test.ts',
  'tests/core/engine/documents.test.ts',
  'tests/core/engine/full-disk.test.ts',
  'tests/core/engine/looking-words-up.test.ts',
  'tests/core/engine/planned-study.test.ts',
  'tests/core/engine/query.test.ts',
  'tests/core/engine/recut.test.ts',
  'tests/core/engine/sequence.test.ts',
  'tests/core/engine/slurm.test.ts',
  'tests/core/engine/sub-corpus.test.ts',
  'tests/core/engine/table.test.ts',
  'tests/core/engine/window-bounds.test.ts',
  'tests/core/engine/words-apart.test.ts',
  'tests/core/exchange/vector-files.test.ts',
  'tests/core/kernel/compilers.test.ts',
  'tests/core/sequence/pytorch.test.ts',
  'tests/core/training/gradients.test.ts',
]);

describe('the house', () => {
  it('lets rooms look only into those below them', () => {
    const wrong = imports
      .filter(({ inside, from, to }) => {
        if (!inside || room(from) === room(to)) return false;
        if (room(to) === 'core/contract' || room(to) === 'core') return false;
        return !(mayImport[room(from)] ?? []).includes(room(to));
      })
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  it('keeps each outside package in its room', () => {
    const only: readonly (readonly [name: RegExp, rooms: RegExp])[] = [
      [/^electron(\/|$)/, /^electron$/],
      [/^svelte(\/|$)/, /^renderer$/],
      [/^better-sqlite3$/, /^core\/project$/],
      [/^(node:)?worker_threads$/, /^(core\/(training|sequence|map|change|vectors|engine|corpus)|electron)$/],
      [/^(node:|fs$|path$)/, /^(core|electron)/],
    ];
    const wrong = imports
      .filter(({ inside, to, from, typeOnly }) => {
        if (inside || typeOnly) return false;
        return only.some(([name, rooms]) => name.test(to) && !rooms.test(room(from)));
      })
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  it('gives the window only types and pure helpers of core', () => {
    const wrong = imports
      .filter(
        ({ from, to, inside, typeOnly }) =>
          inside && !typeOnly && room(from) === 'renderer' && to.startsWith('core/'),
      )
      .filter(({ to }) => !to.startsWith('core/contract/'))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  it('has no circles, imports of types counted', () => {
    const next = Map.groupBy(
      imports.filter((one) => one.inside),
      (one) => one.from,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const { to } of next.get(file) ?? []) walk(to, [...trail, file]);
      done.add(file);
    };
    for (const file of sources) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('runs every module of core in some test', () => {
    const tests = globSync('tests/core/**/*.test.ts', { cwd: root }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const byFile = Map.groupBy([...imports, ...tests.flatMap(importsOf)], ({ from }) => from);
    const tested = reached([...tests, ...entries], byFile);
    const idle = sources.filter((file) => file.startsWith('core/') && !tested.has(file));
    expect(idle.filter((file) => !file.endsWith('.d.ts') && !isTypesOnly(file))).toEqual([]);
  });

  it('keeps every test under the name of its module, or among those of a promise or of several modules', () => {
    const tests = globSync('tests/core/**/*.{test,long}.ts', { cwd: root }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const astray = tests.filter((file) => {
      const inGate = file.replace(/\.long\.ts$/, '.test.ts');
      const module = file.slice('tests/'.length).replace(/\.(test|long)\.ts$/, '.ts');
      return !existsSync(join(root, module)) && !promiseTests.includes(inGate) && !together.has(inGate);
    });
    expect(astray).toEqual([]);
    expect(
      [...together].filter(
        (file) =>
          !existsSync(join(root, file)) && !existsSync(join(root, file.replace(/\.test\.ts$/, '.long.ts'))),
      ),
    ).toEqual([]);
  });

  it('takes every time and every chance in core from outside', () => {
    // An entry is where the clock comes from.
    const entries = ['core/cli/environment.ts', 'core/engine/engine-worker.ts'];
    const wrong = sources
      .filter((file) => file.startsWith('core/') && !entries.includes(file))
      .filter((file) => /\bDate\.now\(|\bMath\.random\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('tells the reader of each folder what is in it', () => {
    const folders = new Set(sources.map(room).filter((name) => name !== 'core'));
    expect([...folders].filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
  });
});
