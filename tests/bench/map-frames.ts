import { dotRadius, drawDots, pixelOf } from '../../renderer/pages/map/dots.ts';
import { namesInSight } from '../../renderer/pages/map/overlay.ts';
import { findable } from '../../renderer/pages/map/places.ts';
import { fitting, panned, zoomed } from '../../renderer/pages/map/view.ts';

// What a frame of the map costs while somebody moves and zooms it: every dot put into the pixels of the picture, and names found for them.
// 60 frames a second leave 16.7 ms for all of it. node tests/bench/map-frames.ts [points]
const points = Number(process.argv[2] ?? 50_000);
const size = { width: 1480, height: 900 };
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const at = Float64Array.from(
  { length: points * 2 },
  () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random()),
);
const places = findable(at);
const words = Array.from({ length: points }, (_, point) => `word${point}`);
const dots = {
  places,
  colourOf: Uint8Array.from({ length: points }, (_, point) => point % 8),
  colours: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#a39a00', '#1d1c1a'].map(
    pixelOf,
  ),
};
const pixels = new Uint32Array(size.width * size.height);
const whole = fitting(at, size);
const ground = pixelOf('#fbfaf7');

function frames(name: string, next: (step: number) => typeof whole): void {
  const took: number[] = [];
  let drawn = 0;
  for (let step = 0; step < 240; step += 1) {
    const view = next(step);
    // Of this process alone: the machine may have other work.
    const began = process.cpuUsage();
    const radius = dotRadius(points, view.scale / whole.scale);
    drawn += drawDots(pixels, size, view, dots, radius, ground);
    namesInSight({ places, words, chosen: [], current: 0, near: [], found: [], radius }, view, size);
    if (step >= 40) took.push(process.cpuUsage(began).user / 1000);
  }
  took.sort((a, b) => a - b);
  const quantile = (share: number) => took[Math.floor(share * (took.length - 1))]!.toFixed(1);
  console.log(
    `${name.padEnd(24)} median ${quantile(0.5).padStart(5)} ms   95 % ${quantile(0.95).padStart(5)} ms   ${Math.round(drawn / 240)} dots a frame   ≤ 16.7 ms`,
  );
}

console.log(`${points} points on ${size.width} × ${size.height} pixels`);
frames('all in sight, dragged', (step) => panned(whole, (step % 60) * 4 - 120, (step % 40) * 3 - 60));
frames('zoomed in and out', (step) => zoomed(whole, size, 1.03 ** (step % 120), 500, 400, whole));
frames('near, dragged', (step) => panned(zoomed(whole, size, 6, 700, 450, whole), step * 5, step * 2));
