import { chromium, type Browser } from '@playwright/test';
import { chromiumPath } from '../double/chromium.ts';

export function launchBrowser(): Promise<Browser> {
  const path = chromiumPath();
  if (path === undefined) throw new Error('no Chromium or Chrome on this computer');
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}
