import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, removeFolder, type FirthWindow } from './open-window.ts';

// What the page can do, asked of the page itself, in a browser that enforces its policy. Code that a test program hands to a page is
// free of that policy until it has waited once; hence the timeouts.

/** What becomes of code in the page: `ok`, or the name of what it throws. */
const outcome = (page: Page, code: string) =>
  page.evaluate<string>(`new Promise((resolve) => setTimeout(() => {
    (async () => { ${code} })().then(() => resolve('ok'), (error) => resolve(error.name));
  }))`);

const loads = (element: string, source: string) =>
  `await new Promise((keep, fail) => {
    const one = document.createElement('${element}');
    one.onload = keep;
    one.onerror = () => fail(new Error('refused'));
    one.src = '${source}';
    document.head.append(one);
  });`;

const attempts: readonly (readonly [what: string, code: string, outcome: string])[] = [
  ['what needs no leave', `return 1;`, 'ok'],
  [
    'a picture of its own',
    loads('img', 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='),
    'ok',
  ],
  ['code from text', `(0, eval)('1');`, 'EvalError'],
  ['a function from text', `new Function('return 1')();`, 'EvalError'],
  ['fetching from elsewhere', `await fetch('https://example.org/');`, 'TypeError'],
  ['fetching from this computer', `await fetch('http://127.0.0.1:9/');`, 'TypeError'],
  ['fetching a file', `await fetch('file:///etc/passwd');`, 'TypeError'],
  ['fetching even its own page', `await fetch('./index.html');`, 'TypeError'],
  ['a script from elsewhere', loads('script', 'https://example.org/x.js'), 'Error'],
  ['a picture from elsewhere', loads('img', 'https://example.org/x.png'), 'Error'],
  [
    'a socket',
    `const one = new WebSocket('wss://example.org/');
     await new Promise((keep, fail) => { one.onopen = keep; one.onerror = () => fail(new Error('refused')); });`,
    'Error',
  ],
  [
    'the place of the computer',
    `await new Promise((keep, fail) => navigator.geolocation.getCurrentPosition(keep, () => fail(new Error('denied'))));`,
    'Error',
  ],
];

describe('the page of the window', () => {
  // One for all: nothing that is tried here may change it.
  let firth: FirthWindow;
  beforeAll(async () => {
    firth = await openWindow();
  });
  afterAll(async () => {
    await firth.close();
    removeFolder(firth.userData);
  });

  it('gets nothing from elsewhere, makes no code from text and is given no permission', async () => {
    const { page } = firth;
    const found: (readonly [string, string])[] = [];
    for (const [what, code] of attempts) found.push([what, await outcome(page, code)]);
    expect(found).toEqual(attempts.map(([what, , expected]) => [what, expected]));
  });

  it('runs no script that is written into it, and shows no page within itself', async () => {
    const { page } = firth;
    await page.evaluate(() => {
      setTimeout(() => {
        const script = document.createElement('script');
        script.textContent = 'window.wasRun = 1;';
        document.head.append(script);
        document.body.insertAdjacentHTML(
          'beforeend',
          '<img id="trap" src="data:," onerror="window.wasRun = 2">',
        );
        const frame = document.createElement('iframe');
        frame.src = 'https://example.org/';
        document.body.append(frame);
      });
    });
    await page.locator('#trap').waitFor({ state: 'attached' });
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { wasRun?: number }).wasRun)).toBeUndefined();
    expect(
      page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.startsWith('https://example.org')),
    ).toEqual([]);
  });

  it('stays where it is, opens no window, and sees nothing but the named functions', async () => {
    const { app, page } = firth;
    const before = page.url();
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'data:text/html,x']) {
      await page.evaluate((to) => {
        setTimeout(() => location.assign(to));
        setTimeout(() => void window.open(to, '_blank'));
      }, url);
      await page.waitForTimeout(300);
      expect([url, page.url()]).toEqual([url, before]);
    }
    expect(app.windows()).toHaveLength(1);
    const seen = await page.evaluate(() =>
      ['require', 'module', 'process', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(seen).toEqual([]);
  });

  it('is refused a file that it names itself', async () => {
    const { page } = firth;
    const answers = await page.evaluate(() => {
      type Call = (method: string, params: unknown) => { readonly answer: Promise<unknown> };
      const { call } = (globalThis as unknown as { firthPreload: { call: Call } }).firthPreload;
      return Promise.all(
        [{ path: '/etc/passwd' }, { grant: 'guessed' }, { grant: '/etc/passwd' }].map(
          (file) => call('project.open', { file }).answer,
        ),
      );
    });
    const refusal = { ok: false, error: expect.objectContaining({ code: 'E_REQUEST_INVALID' }) as unknown };
    expect(answers).toEqual([refusal, refusal, refusal]);
  });
});
