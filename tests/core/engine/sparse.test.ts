import { expect, it } from 'vitest';
import { sparse } from '../../../core/engine/sparse.ts';

it('sends ten reports a second, the newest of what was held back, and the first of each phase', () => {
  let time = 0;
  const sent: string[] = [];
  const reports = sparse<{ phase: string; done: number }>(
    () => time,
    ({ phase, done }) => sent.push(`${phase} ${done}`),
  );
  const put = (phase: string, done: number, at: number) => {
    time = at;
    reports.put({ phase, done });
  };
  put('reading', 1, 0);
  put('reading', 2, 50);
  put('reading', 3, 99);
  put('reading', 4, 100);
  put('reading', 5, 150);
  put('storing', 0, 151);
  put('storing', 1, 160);
  put('storing', 2, 170);
  reports.flush();
  reports.flush();
  expect(sent).toEqual(['reading 1', 'reading 4', 'storing 0', 'storing 2']);
});
