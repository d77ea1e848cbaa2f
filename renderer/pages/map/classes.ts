import type { WordMap } from '../../../core/contract/map.ts';
import type { Interface } from '../../state/interface.svelte.ts';
import {
  category,
  classOf,
  frequencyBounds,
  noColour,
  step,
  stepCount,
  type ColourBy,
  type Colouring,
} from './colours.ts';
import type { WordsOfField } from './field-words.ts';
import type { Stability } from './words-map.svelte.ts';
import type { Words } from './Words.en.ts';

/** What points are coloured by, and what was asked for it. */
interface Known {
  readonly by: ColourBy;
  readonly field: WordsOfField | null;
  readonly runs: Stability | null;
}

/** The classes of the words of a map; one alone while what they hang on is not yet known. */
export function colouring(
  map: WordMap,
  { by, field, runs }: Known,
  ui: Pick<Interface, 'whole' | 'percent' | 'dark'>,
  t: Words,
): Colouring {
  const words = map.words.length;
  const { dark } = ui;
  if (by === 'group' && map.groups.length === words)
    return {
      classOf: map.groups,
      classes: map.groupNames.map((names, at) => ({
        name: t.groupOf(names.join(', ')),
        colour: category(at, dark),
      })),
    };
  if (by === 'stability' && runs !== null) {
    const last = stepCount;
    const share = (at: number) => ui.percent(at / stepCount);
    return {
      classOf: Uint8Array.from({ length: words }, (_, at) => {
        const kept = runs.kept[at] ?? Number.NaN;
        return Number.isNaN(kept) ? last : Math.min(stepCount - 1, Math.floor(kept * stepCount));
      }),
      classes: [
        ...Array.from({ length: stepCount }, (_, at) => ({
          name: t.stays(share(at), share(at + 1)),
          colour: step(at, dark),
        })),
        ...(runs.looked < words
          ? [{ name: t.notLookedAt(ui.whole(runs.looked), ui.whole(words)), colour: noColour(dark) }]
          : runs.kept.some(Number.isNaN)
            ? [{ name: t.noRun, colour: noColour(dark) }]
            : []),
      ],
    };
  }
  if (by.startsWith('field ') && field?.field === by.slice('field '.length))
    return {
      classOf: Uint8Array.from(field.of, (value) => (value < 0 ? field.names.length : value)),
      classes: [
        ...field.names.map((name, at) => ({ name: t.typicalOf(name), colour: category(at, dark) })),
        { name: t.noValue, colour: noColour(dark) },
      ],
    };
  if (by !== 'frequency')
    return { classOf: new Uint8Array(words), classes: [{ name: '…', colour: noColour(dark) }] };
  return byFrequency(map.counts, ui, t);
}

function byFrequency(
  counts: readonly number[],
  { whole, dark }: Pick<Interface, 'whole' | 'dark'>,
  t: Words,
): Colouring {
  const bounds = frequencyBounds(counts);
  const names = [...bounds.keys(), bounds.length].map((at) => {
    const [from, to] = [bounds[at - 1], bounds[at]];
    if (from === undefined) return to === undefined ? '…' : t.occursBelow(whole(to));
    return to === undefined ? t.occursFrom(whole(from)) : t.occurs(whole(from), whole(to - 1));
  });
  return {
    classOf: Uint8Array.from(counts, (count) => classOf(count, bounds)),
    classes: names.map((name, at) => ({
      name,
      colour: step(Math.round((at * (stepCount - 1)) / Math.max(1, names.length - 1)), dark),
    })),
  };
}
