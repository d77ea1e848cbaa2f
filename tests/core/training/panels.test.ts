import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { orthonormalize, projectOut } from '../../../core/training/orthonormal-panels.ts';
import { panelProducts, panelsFor, panelWidth, type Panels } from '../../../core/training/panels.ts';
import { seeded } from '../../fixtures/small-language.ts';

const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');
const random = seeded(9);

/** A matrix as rows of numbers, and the same as the kernel has it with panels of numbers by chance. */
function filled(size: number, count: number, share = 0.2) {
  const dense = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => (random() < share ? Math.fround(random()) : 0)),
  );
  const entries = dense.flatMap((row) =>
    row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])),
  );
  const offsets = new Float64Array(size + 1);
  dense.forEach((row, at) => (offsets[at + 1] = offsets[at]! + row.filter((value) => value !== 0).length));
  const matrix = {
    size,
    offsets,
    columns: Uint32Array.from(entries, ({ column }) => column),
    values: Float32Array.from(entries, ({ value }) => value),
  };
  const panels = panelsFor(kernel, matrix, count);
  for (let panel = 0; panel < count; panel += 1)
    for (let at = 0; at < size * panelWidth; at += 1) panels.panel(panel)[at] = random() - 0.5;
  return { dense, panels };
}

/** Vector `one` of all panels. */
const vector = (panels: Panels, one: number) =>
  Array.from(
    { length: panels.size },
    (_, row) => panels.panel(Math.floor(one / panelWidth))[row * panelWidth + (one % panelWidth)]!,
  );
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, at) => sum + x * b[at]!, 0);

describe('Panels of vectors', () => {
  it('are multiplied by a sparse matrix as a plain product has it', () => {
    const { dense, panels } = filled(37, 3);
    const column = (at: number) => dense.map((row) => row[at]!);
    panels.times(0, 1);
    panels.timesNormal(0, 2);
    for (let lane = 0; lane < panelWidth; lane += 1) {
      const image = dense.map((row) => dot(row, vector(panels, lane)));
      const back = dense.map((_, at) => dot(column(at), image));
      vector(panels, panelWidth + lane).forEach((value, row) => expect(value).toBeCloseTo(image[row]!, 12));
      vector(panels, 2 * panelWidth + lane).forEach((value, row) =>
        expect(value).toBeCloseTo(back[row]!, 12),
      );
    }
  });

  it('have the products of each vector with each, however long they are', () => {
    for (const size of [5, 513, 1500]) {
      const { panels } = filled(size, 4, 0);
      const found = panels.products(1, 3, 3);
      expect(found.length).toBe(2 * panelProducts);
      found.forEach((value, at) => {
        const [one, two] = [panelWidth + Math.floor(at / panelWidth), 3 * panelWidth + (at % panelWidth)];
        expect(value).toBeCloseTo(dot(vector(panels, one), vector(panels, two)), 10);
      });
    }
  });

  it('become orthonormal, and a vector that has nothing of its own gives way to another', () => {
    const { panels } = filled(1201, 4, 0);
    // The second of the first panel is its first; the third of the second panel lies in the space of the first.
    const [first, second] = [panels.panel(0), panels.panel(1)];
    for (let row = 0; row < 1201; row += 1) {
      first[row * panelWidth + 1] = first[row * panelWidth]!;
      second[row * panelWidth + 2] = 3 * first[row * panelWidth + 3]!;
    }
    for (let panel = 0; panel < 3; panel += 1) {
      const before = panels.products(0, panel, panel).slice();
      const told = projectOut(panels, panel, panel);
      told.forEach((value, at) => expect(value).toBeCloseTo(before[at]!, 10));
      orthonormalize(panels, panel, 10, 3, random);
    }
    for (let one = 0; one < 3 * panelWidth; one += 1)
      for (let two = 0; two <= one; two += 1)
        expect(dot(vector(panels, one), vector(panels, two))).toBeCloseTo(one === two ? 1 : 0, 12);
  });

  it('become sums of each other in their place', () => {
    const { panels } = filled(301, 5, 0);
    const before = Array.from({ length: 5 * panelWidth }, (_, one) => vector(panels, one));
    const factors = Array.from({ length: 2 * panelWidth }, () =>
      Array.from({ length: 4 * panelWidth }, () => random()),
    );
    panels.combine(4, 2, (to, one) => factors[to]![one]!);
    factors.forEach((own, to) =>
      vector(panels, to).forEach((value, row) =>
        expect(value).toBeCloseTo(
          own.reduce((sum, factor, one) => sum + factor * before[one]![row]!, 0),
          10,
        ),
      ),
    );
  });

  it('that no memory holds are refused', () => {
    const matrix = {
      size: 40_000_000,
      offsets: new Float64Array(0),
      columns: new Uint32Array(0),
      values: new Float32Array(0),
    };
    expect(() => panelsFor(kernel, matrix, 10)).toThrow(
      expect.objectContaining({ code: 'E_MODEL_TOO_LARGE' }) as Error,
    );
  });
});
