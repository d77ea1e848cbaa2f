import { launch } from './launch.ts';
import { app } from './app.ts';

type Handler = (request: Request) => Response | Promise<Response>;
interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
type BeforeRequest = (
  details: RequestDetails,
  decide: (decision: { readonly cancel?: boolean }) => void,
) => void;

const handlers = new Map<string, Handler>();
const schemes = new Set<string>();

/** Electron's `protocol`: schemes of our own, answered in the main process. */
export const protocol = {
  registerSchemesAsPrivileged(list: readonly { readonly scheme: string }[]) {
    if (app.isReady()) throw new Error('registerSchemesAsPrivileged must be called before the app is ready');
    for (const { scheme } of list) schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
};

let beforeRequest: BeforeRequest | null = null;
let mayUse: (permission: string) => boolean = () => true;

/** Electron's `session.defaultSession`. */
export const defaultSession = {
  protocol,
  webRequest: {
    onBeforeRequest(handler: BeforeRequest) {
      beforeRequest = handler;
    },
  },
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, allow: (yes: boolean) => void) => void,
  ) {
    mayUse = (permission) => {
      let answer = true;
      handler(null, permission, (yes) => (answer = yes));
      return answer;
    };
  },
  on: () => undefined,
  setPermissionCheckHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled: () => undefined,
  isSpellCheckerEnabled: () => false,
};

/** Whether the app lets a page use what asks for leave. */
export const mayPageUse = (permission: string) => mayUse(permission);

// Chromium has no schemes of our own: app://bundle/x is https://bundle.app.localhost/x there, a name that never resolves.
const domain = '.localhost';

export function toWeb(url: string): string {
  const [, scheme, host, path] = /^([a-z]+):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (scheme === undefined || host === undefined || !schemes.has(scheme)) return url;
  return `https://${host}.${scheme}${domain}${path ?? ''}`;
}

export function fromWeb(url: string): string {
  const [, host, scheme, path] = /^https:\/\/(.+)\.([a-z]+)\.localhost(.*)$/i.exec(url) ?? [];
  if (scheme === undefined || host === undefined || !schemes.has(scheme)) return url;
  return `${scheme}://${host}${path ?? ''}`;
}

/** @returns the app's answer; null when it cancels the request; undefined when it has no handler for the scheme */
export async function answerRequest(details: RequestDetails): Promise<Response | null | undefined> {
  if (beforeRequest !== null) {
    const decision = await new Promise<{ readonly cancel?: boolean }>((resolve) =>
      beforeRequest!(details, resolve),
    );
    if (decision.cancel === true) return null;
  }
  const handler = handlers.get(details.url.slice(0, details.url.indexOf(':')));
  return handler?.(new Request(details.url, { method: details.method }));
}

export const dropsFolder = process.env['FIRTH_DOUBLE_DROPS'] ?? '';
export const isShown = !launch.headless && !launch.driven;
