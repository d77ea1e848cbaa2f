import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const workflows = globSync('.github/workflows/*.yml', { cwd: root });
const text = workflows.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe('the public checks', () => {
  it('run the README’s test command on three systems', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    expect(readme).toMatch(/npm ci && npm test/);
    expect(text).toMatch(/run: npm ci$/m);
    expect(text.match(/npm test$/gm)).toHaveLength(2);
    expect(text).toMatch(/os: \[ubuntu-latest, macos-latest, windows-latest\]/);
  });

  it('may read the sources and nothing else, and keep no key', () => {
    expect(text.match(/permissions:\n( {2}.*\n)+/g)).toEqual(['permissions:\n  contents: read\n']);
    expect(text).not.toMatch(/pull_request_target|secrets\./);
    expect(text.match(/actions\/checkout@/g)).toHaveLength(text.match(/persist-credentials: false/g)!.length);
  });

  it('use actions of their makers, by a major version', () => {
    for (const [, action] of text.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  it('call scripts that there are', () => {
    for (const [, script] of text.matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(manifest.scripts)).toContain(script);
  });
});
