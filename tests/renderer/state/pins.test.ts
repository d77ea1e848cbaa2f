import fc from 'fast-check';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { Pins } from '../../../renderer/state/pins.svelte.ts';
import { watched } from './watched.svelte.ts';

it('pins are in the order of pinning, each once, and those who look see them change', () => {
  const pins = new Pins();
  const { seen, stop } = watched(() => pins.words);
  pins.add('b', 'a', 'b');
  flushSync();
  pins.toggle('c');
  flushSync();
  pins.toggle('a');
  flushSync();
  stop();
  expect(seen).toEqual([[], ['b', 'a'], ['b', 'a', 'c'], ['b', 'c']]);
  expect([pins.has('c'), pins.has('a')]).toEqual([true, false]);
  pins.clear();
  expect(pins.words).toEqual([]);
});

it('pinning twice by a toggle changes nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (words, word) => {
      const pins = new Pins();
      pins.add(...words);
      pins.toggle(word);
      pins.toggle(word);
      expect(pins.words.toSorted()).toEqual(words.toSorted());
    }),
  );
});
