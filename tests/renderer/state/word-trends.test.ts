import { expect, it } from 'vitest';
import type { Firth } from '../../../core/contract/window.ts';
import { TrendsInSight } from '../../../renderer/state/word-trends.svelte.ts';

/** Answers every question at once, and keeps what was asked. */
function answering(hasDates = true) {
  const asked: string[][] = [];
  const call = ((_: string, { words }: { words: string[] }) => {
    asked.push(words);
    const periods = [{ from: '1800', to: '1850', tokens: 10 }];
    const rows = words.map((word) => ({ word, counts: [1], perMillion: [100_000] }));
    return Promise.resolve(hasDates ? { field: 'year', periods, rows } : null);
  }) as unknown as Firth['call'];
  return { asked, trends: new TrendsInSight({ call }) };
}
const answered = () => new Promise((resolve) => void setTimeout(resolve));

it('asks for what comes into sight, once', async () => {
  const { asked, trends } = answering();
  trends.need(['a', 'b']);
  trends.need(['b', 'c']);
  await answered();
  expect(asked).toEqual([['a', 'b'], ['c']]);
  expect(trends.of('c')?.perMillion).toEqual([100_000]);
});

it('asks again for what it forgot when that comes back into sight', async () => {
  const { asked, trends } = answering();
  for (let first = 0; first < 5400; first += 200) {
    trends.need(Array.from({ length: 200 }, (_, at) => `w${first + at}`));
    await answered();
  }
  expect(trends.of('w0')).toBeUndefined();
  trends.need(['w0']);
  await answered();
  expect(asked.at(-1)).toEqual(['w0']);
  expect(trends.of('w0')).toBeDefined();
});

it('asks no more where no text says when it is from, until other texts are chosen', async () => {
  const { asked, trends } = answering(false);
  trends.need(['a']);
  await answered();
  trends.need(['b']);
  expect(asked.length).toBe(1);
  trends.begin('all');
  trends.need(['b']);
  expect(asked.length).toBe(2);
});
