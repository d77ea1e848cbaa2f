import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const place = smallPlace();
afterAll(() => place.remove());

/** Text that would do something where it is taken for SQL, a pattern, a page, a format or a path. */
const hostile = [
  `'; DROP TABLE documents; --`,
  `" OR "1"="1`,
  `'||(SELECT sqlite_version())||'`,
  '%_%',
  '[a-z]*?',
  '(a+)+$',
  '\\',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '{@html 1}${1}{{1}}',
  '__proto__',
  'constructor',
  '=cmd|calc!A1',
  '../../etc/passwd',
  'a\0b',
  '\u202Etxt.exe',
  '\uD800',
  'x'.repeat(9000),
  '',
  ' ',
];

const engine = await smallProject(place, { documents: 2 });
const texts = join(place.folder, 'hostile');
mkdirSync(texts);
// A word for each, so that they are types, and names of files where a file may be called so.
writeFileSync(
  join(texts, 'all.txt'),
  hostile
    .map((text) => `the ${text} ate the bread .`)
    .join('\n')
    .repeat(5),
);
for (const text of hostile.filter((one) => one.length > 1 && one.length < 100 && !/[/\0\uD800]/.test(one)))
  writeFileSync(join(texts, `${text}.txt`), 'the cat ate the bread .');
await engine.call('corpus.import', {
  files: [{ path: texts }],
  language: 'en',
  encoding: 'utf-8',
  tokens: { ...defaultTokenSettings, method: 'spaced', punctuation: 'keep' },
  metadataPattern: '{constructor}',
});
const training = { dimensions: 8, epochs: 1, minCount: 1 };
await engine.call('model.train', { name: hostile[0]!, settings: training });
const { digest } = await engine.call('project.digest', {});

/** The code of a failure; null when it was answered. A fault of Firth’s own is thrown. */
async function codeOf(answer: Promise<unknown>): Promise<string | null> {
  try {
    await answer;
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'E_INTERNAL') return error.code;
    throw error;
  }
}

describe('P28: text of the person’s', () => {
  it.each(hostile.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
    '%s is only text, wherever it is asked for',
    async (_name, word) => {
      const model = hostile[0]!;
      const answers = [
        engine.call('corpus.words', { search: word }),
        engine.call('corpus.preview', { text: word, language: 'en', tokens: defaultTokenSettings }),
        engine.call('lines.concordance', { word }),
        engine.call('lines.collocates', { word }),
        engine.call('search.neighbours', { model, word }),
        engine.call('search.neighbours', { model: word, word: 'cat' }),
        engine.call('search.odd', { model, words: [word, 'cat', 'dog'] }),
        engine.call('search.analogy', { model, positive: [word], negative: ['cat'] }),
        engine.call('search.similarity', { model, first: word, second: 'cat' }),
        engine.call('search.matrix', { model, words: [word] }),
        engine.call('search.predict', { model, left: word }),
        engine.call('model.pairs', { model, sentence: word }),
      ];
      for (const answer of answers) await codeOf(answer);
      expect((await engine.call('project.digest', {})).digest).toBe(digest);
    },
  );

  it('is found again as it was written', async () => {
    const { rows } = await engine.call('corpus.words', { limit: 100_000 });
    const words = new Set(rows.map(({ word }) => word));
    for (const word of [
      '(a+)+$',
      '%_%',
      '__proto__',
      'constructor',
      '../../etc/passwd',
      '=cmd|calc!a1',
      '[a-z]*?',
    ])
      expect([word, words.has(word)]).toEqual([word, true]);
    const documents = await engine.call('corpus.documents', { limit: 1000 });
    const sql = documents.rows.find(({ name }) => name === `${hostile[0]!}.txt`)!;
    expect(sql.metadata).toEqual({ constructor: hostile[0] });
  });

  it('may name a model', async () => {
    for (const name of hostile.filter((one) => one.trim() !== '' && one.length <= 200)) {
      const code = await codeOf(engine.call('model.rename', { model: hostile[0]!, name }));
      if (code === null) await codeOf(engine.call('model.rename', { model: name, name: hostile[0]! }));
    }
    expect((await engine.call('model.list', {})).map(({ name }) => name)).toContain(hostile[0]);
  });

  it('leaves a project that opens again, checked', async () => {
    await engine.call('project.save', {});
    const report = await engine.call('project.verify', { file: { path: place.project } });
    expect([report.ok, report.problems]).toEqual([true, []]);
  });
});

describe('P28: the sources', () => {
  const sources = globSync('{core,electron,renderer}/**/*.{ts,svelte}', { cwd: root }).map((name) => ({
    name: name.replaceAll('\\', '/'),
    text: readFileSync(join(root, name), 'utf8'),
  }));

  it('build SQL from constants only', () => {
    const built: string[] = [];
    for (const { name, text } of sources.filter(
      (one) => one.name.startsWith('core/') && one.name.endsWith('.ts'),
    )) {
      const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
      // Names that hold a constant of the same file: a text, or lists and records of texts.
      const constants = new Set<string>();
      const isConstant = (node: ts.Expression): boolean =>
        ts.isStringLiteralLike(node) ||
        ts.isNumericLiteral(node) ||
        (ts.isAsExpression(node) && isConstant(node.expression)) ||
        (ts.isTemplateExpression(node) &&
          node.templateSpans.every(({ expression }) => isConstant(expression))) ||
        (ts.isArrayLiteralExpression(node) && node.elements.every(isConstant)) ||
        (ts.isIdentifier(node) && constants.has(node.text));
      const visit = (node: ts.Node): void => {
        if (
          ts.isVariableDeclaration(node) &&
          ts.isIdentifier(node.name) &&
          node.initializer !== undefined &&
          isConstant(node.initializer)
        )
          constants.add(node.name.text);
        // for (const [a, b] of constants): its names hold parts of a constant.
        if (ts.isForOfStatement(node) && isConstant(node.expression)) node.initializer.forEachChild(nameAll);
        if (ts.isCallExpression(node) && /\.(prepare|exec)$/.test(node.expression.getText())) {
          const [sql] = node.arguments;
          if (sql !== undefined && ts.isTemplateExpression(sql) && !isConstant(sql))
            built.push(`${name}: ${sql.getText()}`);
        }
        ts.forEachChild(node, visit);
      };
      const nameAll = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) constants.add(node.text);
        ts.forEachChild(node, nameAll);
      };
      visit(file);
    }
    const known = [
      // Rescue reads row by row what its callers, all in the same folder, select by constants.
      'core/project/lenient-rows.ts: `${select} WHERE id ',
      // Tables and columns that stand in the program's own table of lengths, and no others.
      'core/project/stored-lengths.ts: `CREATE TEMP TRIGGER too_long_in_${table}_${event} ',
      'core/project/shorten-copy.ts: `UPDATE ${table} SET ${column} = ${value} ',
      // Tables of the program's own list, and a mark for each of their columns.
      'core/project/sound-copy.ts: `INSERT INTO ${table} VALUES ',
    ];
    expect(built.filter((one) => !known.some((start) => one.startsWith(start)))).toEqual([]);
  });

  it('make no page from text', () => {
    // The guide is Firth's own, made into HTML when the program is built.
    const made = (name: string, text: string) =>
      name === 'renderer/pages/guide/Guide.svelte' ? text.replace('{@html section.html}', '') : text;
    const making = sources
      .filter(({ name, text }) =>
        /\{@html|\.(inner|outer)HTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML/.test(
          made(name, text),
        ),
      )
      .map(({ name }) => name);
    expect(making).toEqual([]);
  });
});
