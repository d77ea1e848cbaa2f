import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// Promise D, as far as it can be read in the sources.
const root = resolve(import.meta.dirname, '..', '..');
const sources = globSync('{core,electron,renderer}/**/*.{ts,svelte}', { cwd: root })
  .map((name) => name.replaceAll('\\', '/'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

describe('the sources', () => {
  it('log only events that are named by a constant, with numbers and codes', () => {
    const calls = sources
      .filter(({ name }) => name.endsWith('.ts'))
      .flatMap(({ name, text }) => {
        const found: ts.CallExpression[] = [];
        const visit = (node: ts.Node): void => {
          if (ts.isCallExpression(node) && /\benvironment\.log$|^log$/.test(node.expression.getText()))
            found.push(node);
          ts.forEachChild(node, visit);
        };
        visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
        return found.map((call) => ({ name, entry: call.arguments[0]! }));
      });
    expect(calls.length).toBeGreaterThan(0);
    for (const { name, entry } of calls) {
      expect([name, ts.isObjectLiteralExpression(entry)]).toEqual([name, true]);
      for (const property of (entry as ts.ObjectLiteralExpression).properties) {
        const key = property.name?.getText() ?? '';
        // Of a fault of Firth’s own: a number drawn at random, the name of the call and places in the code (tests/core/faults.test.ts).
        expect(['event', 'numbers', 'code', 'trace', 'method', 'fault']).toContain(key);
        if (key === 'event')
          expect([name, ts.isStringLiteral((property as ts.PropertyAssignment).initializer)]).toEqual([
            name,
            true,
          ]);
      }
    }
  });

  it('print nothing but from the command line and the builds', () => {
    const printing = sources
      .filter(({ text }) => /\bconsole\.|process\.std(out|err)\b/.test(text))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('core/cli/') && name !== 'core/kernel/build.ts');
    expect(printing).toEqual([]);
  });

  it('ask the computer for no name: of the person, of itself, of its hardware', () => {
    const asking = sources
      .filter(({ text }) =>
        /\b(userInfo|hostname|networkInterfaces|machineIdSync|os\.version)\b|env\[?\.?'?(USER|USERNAME|LOGNAME|HOSTNAME|COMPUTERNAME)\b/.test(
          text,
        ),
      )
      .map(({ name }) => name);
    expect(asking).toEqual([]);
  });
});
