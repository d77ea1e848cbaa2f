import type { Page } from '@playwright/test';
import { launchBrowser } from '../renderer/browser.ts';
import { previewServer } from '../renderer/preview-server.ts';

// Frames of the page Map in Chromium, as a person sees them: it is dragged and zoomed at every frame, drawn by software alone.
// Between two frames lie 16.7 ms where 60 of them are shown in a second. node tests/bench/map-in-chromium.ts [--points=N]
const points = Number(process.argv.find((word) => word.startsWith('--points='))?.slice(9) ?? 50_000);
const steps = 300;
const server = await previewServer();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
const session = await browser.newBrowserCDPSession();

/** Seconds of the processor that the page has taken in all its threads, and the process that puts pictures on the screen. */
async function spent(): Promise<{ readonly page: number; readonly screen: number }> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const of = (type: string) =>
    processInfo.reduce((sum, one) => sum + (one.type === type ? one.cpuTime : 0), 0);
  return { page: of('renderer'), screen: of('GPU') };
}

/** What is done at a frame: nothing, a step of the hand, a turn of the wheel. */
type Deed = 'nothing' | 'drag' | 'zoom';

/** Runs in the page. @returns milliseconds between frames, and from the event to the drawn canvas */
async function frames([deed, count]: readonly [Deed, number]): Promise<{ gaps: number[]; drawn: number[] }> {
  const map = document.querySelector('.view:not([hidden]) [role=application]')!;
  const { left, top, width, height } = map.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const gaps: number[] = [];
  const drawn: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let step = 0; step < count; step += 1) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    gaps.push(now - last);
    last = now;
    const began = performance.now();
    const shared = { bubbles: true, cancelable: true, clientX: x, clientY: y };
    if (deed === 'drag') {
      const [aside, up] = [120 * Math.sin(step / 9), 80 * Math.cos(step / 13)];
      const moved = { ...shared, clientX: x + aside, clientY: y + up, pointerId: 1, isPrimary: true };
      map.dispatchEvent(new PointerEvent('pointermove', moved));
    }
    if (deed === 'zoom')
      map.dispatchEvent(new WheelEvent('wheel', { ...shared, deltaY: step % 120 < 60 ? -40 : 40 }));
    // What hangs on the view is drawn before the page is given back.
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    drawn.push(performance.now() - began);
  }
  return { gaps, drawn };
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
const shown = (ms: number) => `${ms.toFixed(1).padStart(6)} ms`;

async function measure(of: Page, name: string, deed: Deed): Promise<void> {
  const before = await spent();
  const { gaps, drawn } = await of.evaluate(frames, [deed, steps] as const);
  const after = await spent();
  const each = (what: 'page' | 'screen') => shown((1000 * (after[what] - before[what])) / steps);
  console.log(
    [
      name.padEnd(26),
      shown(quantile(gaps, 0.5)),
      shown(quantile(gaps, 0.95)),
      shown(quantile(drawn, 0.5)),
      each('page'),
      each('screen'),
      (1000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)).toFixed(1).padStart(7),
    ].join('  '),
  );
}

try {
  await page.goto(`${server.url}?page=map&points=${points}`);
  const map = page.locator('.view:not([hidden]) [role=application]');
  await map.waitFor();
  await page.waitForTimeout(500);
  const box = (await map.boundingBox())!;
  console.log(
    `${points} points on ${Math.round(box.width)} × ${Math.round(box.height)} pixels, ${browser.version()}`,
  );
  console.log(
    `${''.padEnd(26)}  ${['frame', '95 %', 'drawing', 'page CPU', 'screen'].map((one) => one.padStart(9)).join('  ')}  frames/s`,
  );
  await measure(page, 'at rest', 'nothing');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const drag = async (name: string) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await measure(page, name, 'drag');
    await page.mouse.up();
  };
  await drag('all in sight, dragged');
  await measure(page, 'zoomed in and out', 'zoom');
  await map.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  await drag('near, dragged');
} finally {
  await browser.close();
  await server.close();
}
