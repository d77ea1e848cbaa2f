/** What points are coloured by: nothing of the texts, or a field of them. */
export type ColourBy = 'frequency' | 'group' | 'stability' | `field ${string}`;

/** Colours of points, and what they stand for. */
export interface Colouring {
  /** Of each point the number of its class. */
  readonly classOf: Uint8Array;
  readonly classes: readonly { readonly name: string; readonly colour: string }[];
}

/**
 * Hues of Okabe & Ito 2008, each at a lightness of its own (L* at least 6 apart), so that a print in greys tells them apart as well; hue and strength were searched for the
 * largest distance between any two for every kind of colour vision.
 */
const categories = {
  light: ['#0361a1', '#f25105', '#002a1c', '#b6bb68', '#532257', '#5da6d8', '#753900', '#75726d'],
  dark: ['#6aa2e5', '#d5712f', '#007847', '#f2f562', '#a76395', '#b7defe', '#ffb585', '#b4b2af'],
} as const;

/** One hue, light to dark; on dark ground dark to light. */
const steps = {
  light: ['#a9c3d6', '#7aa5c4', '#4b86b0', '#1f5f8b', '#123a56'],
  dark: ['#3d5567', '#4f7895', '#669cc2', '#8cc1e6', '#d0e8fa'],
} as const;

/** For what has no class. */
const none = { light: '#d9d5cc', dark: '#3a362f' } as const;

export const mostCategories = categories.light.length;
export const stepCount = steps.light.length;

const ground = (dark: boolean) => (dark ? 'dark' : 'light');
export const category = (at: number, dark: boolean): string => categories[ground(dark)][at % mostCategories]!;
export const step = (at: number, dark: boolean): string =>
  steps[ground(dark)][Math.max(0, Math.min(stepCount - 1, at))]!;
export const noColour = (dark: boolean): string => none[ground(dark)];

/** Bounds of classes of frequency that grow by the same ratio: 20, 100, 500 … */
export function frequencyBounds(counts: readonly number[]): readonly number[] {
  const known = counts.filter((count) => count > 0);
  if (known.length === 0) return [];
  const low = known.reduce((least, count) => Math.min(least, count), Infinity);
  const high = known.reduce((most, count) => Math.max(most, count), 0);
  const ratio = (high / low) ** (1 / stepCount);
  const bounds = Array.from({ length: stepCount - 1 }, (_, at) => rounded(low * ratio ** (at + 1)));
  return [...new Set(bounds)];
}

/** To one digit: 37 → 40. */
function rounded(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.max(1, Math.round(value / unit) * unit);
}

/** The first class whose bound is above the value. */
export const classOf = (value: number, bounds: readonly number[]): number => {
  const at = bounds.findIndex((bound) => value < bound);
  return at < 0 ? bounds.length : at;
};

/** How much oftener a word has to be in the texts of a value than in all others together. */
const oftener = 1.5;

/**
 * Of each word the value of a field in whose texts it is commonest, if it is clearly so.
 * @param counts of each value the occurrences of each word @param sizes of each value its tokens
 * @returns places among the values; −1 where no value stands out
 */
export function typicalValues(
  counts: readonly Float64Array[],
  sizes: readonly number[],
  words: number,
): Int8Array {
  const result = new Int8Array(words).fill(-1);
  const tokens = sizes.reduce((sum, size) => sum + size, 0);
  for (let word = 0; word < words; word += 1) {
    const total = counts.reduce((sum, of) => sum + of[word]!, 0);
    let best = oftener;
    counts.forEach((of, value) => {
      const own = (of[word]! + 0.5) / (sizes[value]! + 1);
      const rest = (total - of[word]! + 0.5) / (tokens - sizes[value]! + 1);
      if (own / rest <= best) return;
      best = own / rest;
      result[word] = value;
    });
  }
  return result;
}
