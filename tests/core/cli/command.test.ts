import { describe, expect, it } from 'vitest';
import { Arguments, given, UsageError } from '../../../core/cli/command.ts';

const args = new Arguments(['P', 'house'], {
  top: '10',
  rate: '0.05',
  seed: 'x',
  half: '2.5',
  empty: '',
  method: 'mul',
  positive: 'king, woman ,',
  raw: true,
});

describe('the arguments of a command', () => {
  it('are read as what they are', () => {
    expect(args.word(1)).toBe('house');
    expect(args.count('top')).toBe(10);
    expect(args.number('rate')).toBe(0.05);
    expect(args.flag('raw')).toBe(true);
    expect(args.choice('method', ['add', 'mul'])).toBe('mul');
    expect(args.list('positive')).toEqual(['king', 'woman']);
  });

  it('are left out where nobody gave them', () => {
    expect(args.text('model')).toBeUndefined();
    expect(args.count('limit')).toBeUndefined();
    expect(args.list('negative')).toEqual([]);
    expect(given({ a: 1, b: undefined })).toEqual({ a: 1 });
  });

  it('are refused with the option’s name when they do not fit', () => {
    expect(() => args.number('seed')).toThrow('--seed takes a number, not “x”');
    expect(() => args.number('empty')).toThrow(UsageError);
    expect(() => args.count('half')).toThrow('whole number');
    expect(() => args.choice('method', ['add'])).toThrow('--method takes add');
    expect(() => args.required('out')).toThrow('--out is needed');
  });
});
