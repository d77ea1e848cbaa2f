import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../core/cli/command-context.ts';
import {
  readChoice,
  readConditions,
  readCount,
  readCounts,
  readFieldValue,
  readJson,
  readList,
  readNumber,
  readOrder,
} from '../../../core/cli/readings.ts';
import { UsageError } from '../../../core/cli/usage-error.ts';

const none = {} as CommandContext;

describe('what is typed on a command line', () => {
  it('is read as what it is', () => {
    expect(readCount('--top')('10', none)).toBe(10);
    expect(readNumber('--rate')('0.05', none)).toBe(0.05);
    expect(readChoice('--method', ['add', 'mul'])('mul', none)).toBe('mul');
    expect(readList('king, woman ,', none)).toEqual(['king', 'woman']);
    expect(readCounts('--documents')('1, 2', none)).toEqual([1, 2]);
    expect(readOrder('--sort')('R1,l2,N', none)).toEqual([1, -2, 0]);
    expect(readOrder('--sort')('R1.lemma, N:turn_who, meta:year, meta:written in', none)).toEqual([
      { place: 1, layer: 'lemma' },
      { place: 0, layer: 'turn_who' },
      { field: 'year' },
      { field: 'written in' },
    ]);
    expect(readConditions('year=..1850', none)).toEqual([{ field: 'year', to: '1850' }]);
    expect(readJson('--choices')('[1]', none)).toEqual([1]);
    expect(['1849', '007', '1e3', '', 'x'].map((text) => readFieldValue(text, none))).toEqual([
      1849,
      '007',
      '1e3',
      null,
      'x',
    ]);
  });

  it('is refused with its name when it does not fit', () => {
    expect(() => readNumber('--seed')('x', none)).toThrow('--seed takes a number, not “x”');
    expect(() => readNumber('--empty')('', none)).toThrow(UsageError);
    for (const text of ['2.5', '-1', '', '9007199254740993'])
      expect(() => readCount('--half')(text, none)).toThrow('whole number');
    expect(() => readChoice('--method', ['add'])('mul', none)).toThrow('--method takes add');
    for (const key of ['X2', 'R1.', 'meta:', 'lemma', 'R123'])
      expect(() => readOrder('--sort')(`R1,${key}`, none)).toThrow(`“${key}”`);
    expect(() => readJson('--choices')('[', none)).toThrow('--choices takes JSON');
  });
});
