import { expect, it } from 'vitest';
import { blockProducts, blockWidth } from '../../../core/training/sparse-product.ts';
import { seeded } from '../../fixtures/small-language.ts';

it('a block of vectors is multiplied as a plain product has it', () => {
  const random = seeded(4);
  const size = 37;
  const dense = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => (random() < 0.2 ? Math.fround(random()) : 0)),
  );
  const entries = dense.flatMap((row) =>
    row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])),
  );
  const offsets = new Float64Array(size + 1);
  dense.forEach((row, at) => (offsets[at + 1] = offsets[at]! + row.filter((value) => value !== 0).length));
  const { times, timesNormal } = blockProducts({
    size,
    offsets,
    columns: Uint32Array.from(entries, ({ column }) => column),
    values: Float32Array.from(entries, ({ value }) => value),
  });
  const block = Float64Array.from({ length: size * blockWidth }, () => random());
  const once = times(block).slice();
  const both = timesNormal(block).slice();
  for (let one = 0; one < blockWidth; one += 1) {
    const vector = block.subarray(one * size, (one + 1) * size);
    const image = dense.map((row) => row.reduce((sum, value, column) => sum + value * vector[column]!, 0));
    const back = dense.map((_, column) => dense.reduce((sum, row, at) => sum + row[column]! * image[at]!, 0));
    for (let row = 0; row < size; row += 1) {
      expect(once[one * size + row]).toBeCloseTo(image[row]!, 12);
      expect(both[one * size + row]).toBeCloseTo(back[row]!, 12);
    }
  }
});
