// node export-child.ts FORMAT TARGET EDITION: writes vectors that depend on the edition. To be killed.
import { exportVectors } from '../../../core/exchange/vector-writers.ts';
import type { VectorFormat } from '../../../core/exchange/vector-writers.ts';

const [format = 'csv', target = '', edition = '1'] = process.argv.slice(2);
const words = Array.from({ length: 3000 }, (_, index) => `word${index}`);
const dimensions = 40;
const values = Float32Array.from({ length: words.length * dimensions }, (_, index) =>
  Math.fround(Math.sin(index * Number(edition))),
);
await exportVectors(
  { words, counts: words.map((_, index) => index + 1), dimensions, values },
  { format: format as VectorFormat, preset: 'exchange', target, settings: { edition } },
);
