/** Red, green and blue of a colour, 0 to 1, without the gamma of sRGB (IEC 61966-2-1). */
export type Light = readonly [number, number, number];

export function lightOf(css: string): Light {
  const parts = css.startsWith('#')
    ? [1, 3, 5].map((from) => Number.parseInt(css.slice(from, from + 2), 16))
    : [...css.matchAll(/\d+/gu)].map(([number]) => Number(number));
  const [r, g, b] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
}

/** What is left of a colour where one kind of cone is missing altogether (Machado, Oliveira & Fernandes 2009, severity 1.0). */
export const kindsOfSight = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red': [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  'no green': [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  'no blue': [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
export type Sight = keyof typeof kindsOfSight;

export function seenWith(sight: Sight, [r, g, b]: Light): Light {
  const m = kindsOfSight[sight];
  const row = (at: number) => Math.max(0, Math.min(1, m[at]! * r + m[at + 1]! * g + m[at + 2]! * b));
  return [row(0), row(3), row(6)];
}

/** L*, a*, b* under D65 (CIE 15): L* is what a print in greys keeps. */
export function labOf([r, g, b]: Light): readonly [lightness: number, a: number, b: number] {
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

export const lightness = (css: string): number => labOf(lightOf(css))[0];

/** How far two colours lie apart for somebody (ΔE*ab 1976): 2 can just be told apart side by side. */
export function distance(first: string, second: string, sight: Sight): number {
  const [a, b] = [first, second].map((css) => labOf(seenWith(sight, lightOf(css))));
  return Math.hypot(...a!.map((one, at) => one - b![at]!));
}
