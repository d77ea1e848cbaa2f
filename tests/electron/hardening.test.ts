import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { hardenApp, hardenSession } from '../../electron/hardening.ts';
import { FakeApp, FakeContents, FakeSession, preventable } from './fake-electron.ts';

function hardenedApp(isPackaged = false): FakeApp {
  const app = new FakeApp();
  app.isPackaged = isPackaged;
  hardenApp(app as unknown as App);
  return app;
}

function hardened(): FakeSession {
  const session = new FakeSession();
  hardenSession(session as unknown as Session);
  return session;
}

/** Every permission that Electron names, in requests and in checks. */
const permissions = [
  ...[
    'accessibility-events',
    'background-sync',
    'clipboard-read',
    'clipboard-sanitized-write',
    'deprecated-sync-clipboard-read',
  ],
  ...[
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'media',
  ],
  ...[
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'pointerLock',
    'sensors',
    'serial',
  ],
  ...[
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'unknown',
    'usb',
    'window-management',
  ],
  'a permission that a later version brings',
];

const elsewhere = [
  'file:///etc/passwd',
  'http://example.org/',
  'https://example.org/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://bundle/2d3b0f2e',
  'about:blank',
  'app://other/index.html',
  'app://bundle/assets/other.html',
  'ftp://example.org/',
  'chrome://settings',
  'view-source:app://bundle/index.html',
];

function contents(): FakeContents {
  const made = new FakeContents();
  hardenedApp().emit('web-contents-created', {}, made);
  return made;
}

describe('the hardened app', () => {
  it('turns the sandbox on for every page and looks up no name', () => {
    const app = hardenedApp();
    expect(app.enableSandbox).toHaveBeenCalledOnce();
    expect(app.commandLine.appendSwitch.mock.calls).toContainEqual([
      'host-resolver-rules',
      'MAP * ~NOTFOUND',
    ]);
  });

  it('never loosens Chromium by a switch', () => {
    const switches = hardenedApp().commandLine.appendSwitch.mock.calls.map(([name]) => name);
    expect(
      switches.filter((name) => /no-sandbox|web-security|insecure|allow|remote-debugging/.test(name)),
    ).toEqual([]);
  });

  it('opens no port or pipe for debuggers when it is packed, whatever it is started with', () => {
    const removed = (isPackaged: boolean) =>
      hardenedApp(isPackaged).commandLine.removeSwitch.mock.calls.map(([name]) => name);
    expect(removed(true)).toEqual(expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe']));
    expect(removed(false)).toEqual([]);
  });

  it.each(elsewhere)('leads no page and no frame to %s, and opens no window there', (url) => {
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const event = preventable({ url });
      contents().emit(name, event, url);
      expect([name, event.defaultPrevented]).toEqual([name, true]);
    }
    expect(contents().openHandler!({ url })).toEqual({ action: 'deny' });
  });

  it('lets the page load its own address again', () => {
    const event = preventable({ url: 'app://bundle/index.html' });
    contents().emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(false);
    expect(contents().openHandler!({ url: 'app://bundle/index.html' })).toEqual({ action: 'deny' });
  });

  it('attaches no page within a page', () => {
    const event = preventable({});
    contents().emit('will-attach-webview', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
  });

  it('keeps peer connections from going around the request filter', () => {
    expect(contents().setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
  });

  it('hardens every session that comes to be', () => {
    const session = new FakeSession();
    hardenedApp().emit('session-created', session);
    expect(session.webRequest.onBeforeRequest).toHaveBeenCalledOnce();
    expect(session.setPermissionRequestHandler).toHaveBeenCalledOnce();
  });
});

describe('a hardened session', () => {
  it.each(permissions)('denies “%s” when it is asked for and when it is looked up', (permission) => {
    const session = hardened();
    const answers: boolean[] = [];
    session.setPermissionRequestHandler.mock.calls[0]![0](
      null,
      permission,
      (yes: boolean) => answers.push(yes),
      {},
    );
    expect(answers).toEqual([false]);
    expect(session.setPermissionCheckHandler.mock.calls[0]![0](null, permission, 'app://bundle', {})).toBe(
      false,
    );
  });

  it.each(['hid', 'serial', 'usb'])('gives no %s device', (deviceType) => {
    expect(
      hardened().setDevicePermissionHandler.mock.calls[0]![0]({ deviceType, origin: 'app://bundle' }),
    ).toBe(false);
  });

  it('downloads nothing', () => {
    const event = preventable({});
    hardened().emit('will-download', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
  });

  it('turns the spelling checker off, which fetches its dictionaries', () => {
    expect(hardened().setSpellCheckerEnabled.mock.calls).toEqual([[false]]);
  });

  it.each([
    ['app://bundle/index.html', false],
    ['app://bundle/assets/index.js', false],
    ['data:image/png;base64,AAAA', false],
    ['app://bundle.example.org/', true],
    ['app://other/index.html', true],
    ['http://127.0.0.1/', true],
    ['https://example.org/dictionary.bdic', true],
    ['ws://example.org/', true],
    ['wss://example.org/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.org/', true],
    ['devtools://devtools/bundled/inspector.html', true],
  ])('answers a request for %s with cancel: %s', (url, cancel) => {
    const filter = hardened().webRequest.onBeforeRequest.mock.calls[0]![0];
    const decisions: unknown[] = [];
    filter({ url }, (decision: unknown) => decisions.push(decision));
    expect(decisions).toEqual([{ cancel }]);
  });
});
