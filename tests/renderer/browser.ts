import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

const candidates = [
  process.env['FIRTH_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** A Chromium or Chrome of this computer, or undefined. */
export const browserPath: string | undefined = candidates.find(
  (path) => path !== undefined && existsSync(path),
);

export function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no Chromium or Chrome on this computer');
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
}
