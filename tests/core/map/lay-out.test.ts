import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { mapMethods } from '../../../core/contract/map.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { layOut } from '../../../core/map/lay-out.ts';
import { clusters } from './clusters.ts';
import { ended } from './ended.ts';

const module = kernelModule(commandLineEnvironment(), 'map', 'strict');

describe.each(mapMethods)('a map by %s', (method) => {
  const { values, dimensions } = clusters(200);
  const shares: number[] = [];
  const make = () => {
    const steps = layOut(module, { method, values, dimensions, seed: 7 });
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      shares.push(step.value);
    }
  };
  const map = make();

  it('is the same in another run and in another process', { timeout: 60_000 }, () => {
    expect(ended(layOut(module, { method, values, dimensions, seed: 7 })).coordinates).toEqual(
      map.coordinates,
    );
    const child = execFileSync(process.execPath, [join(import.meta.dirname, 'layout-child.ts'), method], {
      encoding: 'utf8',
    });
    expect(child).toBe(createHash('sha256').update(new Uint8Array(map.coordinates.buffer)).digest('hex'));
  });

  it('keeps kinds together, and more of the neighbours than chance', () => {
    let same = 0;
    for (let point = 0; point < 200; point += 1) {
      let [nearest, least] = [-1, Infinity];
      for (let other = 0; other < 200; other += 1) {
        const distance =
          (map.coordinates[point * 2]! - map.coordinates[other * 2]!) ** 2 +
          (map.coordinates[point * 2 + 1]! - map.coordinates[other * 2 + 1]!) ** 2;
        if (other !== point && distance < least) [nearest, least] = [other, distance];
      }
      same += Number(nearest % 4 === point % 4);
    }
    // By chance 50 of 200.
    expect(same).toBeGreaterThan(150);
    expect(map.kept).toBeGreaterThan(3 * (10 / 199));
    expect(map.coordinates.every(Number.isFinite)).toBe(true);
  });

  it('tells how far it is, never less than before', () => {
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('is made of four points too, and of points that are all alike', () => {
    const four = clusters(4);
    for (const few of [four.values, new Float32Array(48).fill(Math.sqrt(1 / 12))]) {
      const { coordinates } = ended(layOut(module, { method, values: few, dimensions: 12, seed: 1 }));
      expect(coordinates).toHaveLength(8);
      expect(coordinates.every(Number.isFinite)).toBe(true);
    }
  });
});

it('UMAP goes by its seed', () => {
  const { values, dimensions } = clusters(100);
  const of = (seed: number) =>
    ended(layOut(module, { method: 'umap', values, dimensions, seed })).coordinates;
  expect(of(1)).not.toEqual(of(2));
});
