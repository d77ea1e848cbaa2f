import { flushSync } from 'svelte';

/** What a part of a page would see of a state: every value that it takes, the first at once. */
export function watched<T>(read: () => T): { readonly seen: readonly T[]; readonly stop: () => void } {
  const seen: T[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(read());
    });
  });
  flushSync();
  return { seen, stop };
}

/** What is made where a component would make it. */
export function inComponent<T>(make: () => T): { readonly made: T; readonly stop: () => void } {
  let made: T;
  const stop = $effect.root(() => {
    made = make();
  });
  flushSync();
  return { made: made!, stop };
}
