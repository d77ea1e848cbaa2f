import { expect, it } from 'vitest';
import { sparkline } from '../../renderer/parts/plot/sparkline.ts';

it('a small line stands on 0 and has its largest value at the top', () => {
  const drawn = sparkline([0, 5, 10, 2.5], { width: 65, height: 21 })!;
  expect(drawn.line).toBe('2.5,20 22.5,11.3 42.5,2.5 62.5,15.6');
  expect(drawn.peak).toEqual({ x: 42.5, y: 2.5 });
});

it('nothing is drawn of a word that no period has', () => {
  expect(sparkline([0, 0], { width: 65, height: 21 })).toBeNull();
  expect(sparkline([], { width: 65, height: 21 })).toBeNull();
});
