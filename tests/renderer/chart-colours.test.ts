import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { category, mostCategories, noColour, step, stepCount } from '../../renderer/pages/map/colours.ts';
import {
  css,
  darkPalette,
  diverging,
  lightPalette,
  sequential,
} from '../../renderer/parts/heatmap/palette.ts';
import { distance, kindsOfSight, lightness, type Sight } from './seen-colours.ts';

const styles = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');
/** The colour that a token has in a theme. */
function token(name: string, dark: boolean): string {
  const block = styles.split('}')[dark ? 1 : 0]!;
  return new RegExp(`${name}: (#[0-9a-f]{6});`, 'u').exec(block)![1]!;
}
const sights = Object.keys(kindsOfSight) as Sight[];
const themes = [
  ['light', false, lightPalette],
  ['dark', true, darkPalette],
] as const;
const pairsOf = <T>(all: readonly T[]) =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
const apart = (first: string, second: string) => Math.abs(lightness(first) - lightness(second));

describe('the figures that colours are held to', () => {
  it('are those of others: white, mid grey and pure red in CIE L*, and red beside green where a cone is missing', () => {
    expect(lightness('#ffffff')).toBeCloseTo(100, 3);
    expect(lightness('#777777')).toBeCloseTo(50.03, 1);
    expect(lightness('#ff0000')).toBeCloseTo(53.24, 1);
    expect(distance('#ff0000', '#00ff00', 'all')).toBeCloseTo(170.6, 0);
    for (const sight of ['no red', 'no green'] as const)
      expect(distance('#c80000', '#6d6d00', sight)).toBeLessThan(distance('#c80000', '#6d6d00', 'all') / 2);
  });
});

describe.each(themes)('the colours of charts, %s', (_, dark, palette) => {
  const paper = token('--paper', dark);
  const categories = Array.from({ length: mostCategories }, (_, at) => category(at, dark));
  const steps = Array.from({ length: stepCount }, (_, at) => step(at, dark));

  it('tell classes apart for every kind of colour vision', () => {
    for (const sight of sights) {
      for (const [first, second] of pairsOf(categories))
        expect(distance(first, second, sight), `${first} ${second} ${sight}`).toBeGreaterThan(20);
      for (const one of categories)
        expect(distance(one, paper, sight), `${one} ${sight}`).toBeGreaterThan(20);
    }
  });

  it('tell classes apart in a print in greys', () => {
    for (const [first, second] of pairsOf(categories))
      expect(apart(first, second), `${first} ${second}`).toBeGreaterThan(6);
    for (const one of categories) expect(apart(one, paper), one).toBeGreaterThan(20);
  });

  it('go one way in lightness from step to step, and leave what has no class behind', () => {
    const all = [paper, noColour(dark), ...steps].map(lightness);
    for (const [at, value] of all.slice(1).entries()) {
      const risen = (value - all[at]!) * (dark ? 1 : -1);
      expect(risen, `${at}`).toBeGreaterThan(7);
    }
  });

  it('keep the sign of a scale about zero in a print in greys, and its size on either side', () => {
    const at = (t: number) => css(diverging(t, palette));
    expect(apart(at(-1), at(1))).toBeGreaterThan(20);
    for (const sight of sights) expect(distance(at(-1), at(1), sight), sight).toBeGreaterThan(40);
    for (const sign of [-1, 1])
      for (let tenth = 0; tenth < 10; tenth += 1)
        expect(apart(at((sign * (tenth + 1)) / 10), at(0))).toBeGreaterThan(
          apart(at((sign * tenth) / 10), at(0)),
        );
    const oneWay = Array.from({ length: 11 }, (_, tenth) => lightness(css(sequential(tenth / 10, palette))));
    expect(oneWay).toEqual(oneWay.toSorted((a, b) => (dark ? a - b : b - a)));
  });

  it('tell two series apart, which are drawn through and dashed besides', () => {
    const [first, second] = [token('--accent', dark), token('--beside', dark)];
    for (const sight of sights) expect(distance(first, second, sight), sight).toBeGreaterThan(40);
    expect(apart(first, second)).toBeGreaterThan(8);
    for (const one of [first, second]) expect(apart(one, paper)).toBeGreaterThan(40);
  });
});
