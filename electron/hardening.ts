import type { App, Session } from 'electron';
import { isOurs, pageAddress } from './app-protocol.ts';

const inside = (url: string) => isOurs(url) || url.startsWith('data:');

/** Chromium opens its port or pipe for debuggers after the main script has run, and no sooner. */
const debugging = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
];

/** Before the app is ready: every page in a sandbox, no names looked up, nothing fetched behind our back, in whatever session. */
export function hardenApp(app: App): void {
  app.enableSandbox();
  // Whoever starts the packed program with one of these would see and steer its page from outside.
  if (app.isPackaged) for (const name of debugging) app.commandLine.removeSwitch(name);
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess,MediaRouter');
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => {
    // A peer connection asks neither the content policy nor the request filter.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    const prevent = (event: { preventDefault(): void; url?: string }) => {
      if (event.url !== pageAddress) event.preventDefault();
    };
    contents.on('will-navigate', prevent);
    contents.on('will-frame-navigate', prevent);
    contents.on('will-redirect', prevent);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Denies every permission and every request that is not for one of our own files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, allow) => allow(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // Files are written by the engine, where a dialog said.
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !inside(details.url) }));
}
