import * as v from 'valibot';
import { expect, it } from 'vitest';
import { answer, call, joined } from '../../../core/contract/call.ts';

const one = call({
  says: 'Something',
  input: v.strictObject({}),
  output: answer<null>(),
  command: { words: ['something'] },
});

it('joins the calls of several areas', () => {
  expect(joined({ 'a.one': one }, { 'b.one': one })).toEqual({ 'a.one': one, 'b.one': one });
});

it('refuses two calls of one name at once', () => {
  expect(() => joined({ 'a.one': one }, { 'b.one': one, 'a.one': one })).toThrow('Two calls are named a.one');
});
