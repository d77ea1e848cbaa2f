import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Protocol } from 'electron';

const host = 'app://bundle';

/** The only page there is. */
export const pageAddress = `${host}/index.html`;

/** Whether an address is of our own files. */
export const isOurs = (address: string) => address.startsWith(`${host}/`);

/** Nothing from elsewhere, nothing written into the page, no connections. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "worker-src 'self'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must be called before the app is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built files of a folder, by a list made once: no address is ever turned into a path. */
export function serveFiles(protocol: Protocol, folder: string): void {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`${host}${path.slice(folder.length).replaceAll('\\', '/')}`, path];
      }),
  );
  protocol.handle('app', (request) => answer(request.url, files));
}

/** @param files by their whole address: one written in any other way, even of a file that is there, is not found */
export function answer(address: string, files: ReadonlyMap<string, string>): Response {
  const path = files.get(address);
  const headers = { 'content-security-policy': contentPolicy, 'x-content-type-options': 'nosniff' };
  if (path === undefined) return new Response('', { status: 404, headers });
  const type = types[extname(path)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(readFileSync(path)), { headers: { ...headers, 'content-type': type } });
}
