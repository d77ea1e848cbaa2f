import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { contentPolicy, pageAddress, registerScheme, serveFiles } from '../../electron/app-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-protocol-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(folder, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'index.html'), '<!doctype html>');
writeFileSync(join(root, 'assets', 'index-1.js'), 'export {};');
writeFileSync(join(root, 'assets', 'index-1.js.map'), '{}');
writeFileSync(join(folder, 'secret.txt'), 'secret');

/** What Electron would ask: the handler that was given to `protocol.handle`. */
function served(): (address: string) => Response {
  const handle = vi.fn<(scheme: string, handler: (request: { url: string }) => Response) => void>();
  serveFiles({ handle } as unknown as Protocol, root);
  expect(handle).toHaveBeenCalledOnce();
  const [scheme, handler] = handle.mock.calls[0]!;
  expect(scheme).toBe('app');
  return (url) => handler({ url });
}

describe('the app protocol', () => {
  it('serves the built files, each with its type, and not their maps', async () => {
    const ask = served();
    expect(pageAddress).toBe('app://bundle/index.html');
    const page = ask(pageAddress);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toBe('<!doctype html>');
    const script = ask('app://bundle/assets/index-1.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(ask('app://bundle/assets/index-1.js.map').status).toBe(404);
  });

  it.each([
    'app://bundle/../secret.txt',
    'app://bundle/assets/../index.html',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/assets/%2e%2e/%2e%2e/secret.txt',
    'app://bundle/..%5csecret.txt',
    'app://bundle/assets%5cindex-1.js',
    'app://bundle/assets\\index-1.js',
    'app://bundle/index.html%00',
    'app://bundle/index.html\0',
    `app://bundle/${join(folder, 'secret.txt')}`,
    `app://bundle${join(folder, 'secret.txt')}`,
    'app://bundle/C:/Windows/win.ini',
    'app://bundle//server/share/file',
    'app://bundle/\\\\server\\share\\file',
    'app://bundle/file:///etc/passwd',
    'app://bundle/',
    'app://bundle',
    'app://bundle/assets/',
    'app://other/index.html',
    'app://bundle@other/index.html',
    'app://bundle/INDEX.HTML',
    'app:///index.html',
    'file:///etc/passwd',
    '',
  ])('finds nothing at %j', async (address) => {
    const response = served()(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('finds nothing at any address but those of the built files', () => {
    const ask = served();
    const known = new Set([pageAddress, 'app://bundle/assets/index-1.js']);
    const parts = fc.constantFrom(
      ...[
        '..',
        '%2e%2e',
        '%5c',
        '\\',
        '/',
        '\0',
        '%00',
        'assets',
        'index.html',
        'C:',
        'secret.txt',
        '?',
        '#',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (path) => {
        const address = `app://bundle/${path.join('')}`;
        expect(ask(address).status).toBe(known.has(address) ? 200 : 404);
      }),
    );
  });

  it('gives every answer the whole content policy and nosniff', () => {
    // The policy as it is promised, parsed, so that neither order nor white space counts.
    const promised = {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-src': ["'none'"],
      'worker-src': ["'self'"],
    };
    for (const address of [pageAddress, 'app://bundle/assets/index-1.js', 'app://bundle/nothing']) {
      const { headers } = served()(address);
      const directives = headers
        .get('content-security-policy')!
        .split(';')
        .map((one) => one.trim().split(/\s+/));
      expect(Object.fromEntries(directives.map(([name, ...values]) => [name, values]))).toEqual(promised);
      expect(directives).toHaveLength(Object.keys(promised).length);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('asks for a standard, secure scheme that gets around no policy', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerScheme({ registerSchemesAsPrivileged } as unknown as Protocol);
    expect(registerSchemesAsPrivileged.mock.calls).toEqual([
      [
        [
          {
            scheme: 'app',
            privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
          },
        ],
      ],
    ]);
  });
});
