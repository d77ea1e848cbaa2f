import { describe, expect, it } from 'vitest';
import { inputsOf, likeliest, mostSteps, readThrough, surprisals } from '../../../core/sequence/read-text.ts';
import { fakeReader } from './fake-reader.ts';

const words = ['<unk>', '<eos>', 'a', 'b', 'c'];
const vocabulary = { words, rowOf: (word: string) => Math.max(0, words.indexOf(word)) };

describe('a text that is read', () => {
  it('begins each sentence with <eos>, from nothing where the memory ends with it', () => {
    const sentence = inputsOf([['a', 'x'], ['b']], vocabulary, 'sentence');
    expect([...sentence.inputs]).toEqual([1, 2, 0, 1, 3]);
    expect(sentence.words).toEqual(['<eos>', 'a', 'x', '<eos>', 'b']);
    expect([...sentence.resets]).toEqual([1, 0, 0, 1, 0]);
    expect([...inputsOf([['a', 'x'], ['b']], vocabulary, 'document').resets]).toEqual([1, 0, 0, 0, 0]);
  });

  it('has a surprisal for every token but its beginning, that of <unk> for unknown ones', () => {
    const text = inputsOf([['a', 'x']], vocabulary, 'sentence');
    const { tokens, endBits } = surprisals(fakeReader(5), text);
    expect(tokens.map(({ word, known }) => [word, known])).toEqual([
      ['<eos>', true],
      ['a', true],
      ['x', false],
    ]);
    expect(tokens[0]!.bits).toBeNull();
    const logsOf = (inputs: number[], target: number) => {
      const reader = fakeReader(5);
      reader.read(Uint32Array.from(inputs), inputs.length, 1);
      return -reader.logProbabilities(inputs.length - 1)[target]! / Math.LN2;
    };
    expect(tokens[1]!.bits).toBeCloseTo(logsOf([1], 2), 5);
    expect(tokens[2]!.bits).toBeCloseTo(logsOf([1, 2], 0), 5);
    expect(endBits).toBeCloseTo(logsOf([1, 2, 0], 1), 5);
  });

  it('may be longer than what is read at once', () => {
    const long = Array.from({ length: 3 * mostSteps + 5 }, (_, at) => ['a', 'b', 'c'][at % 3]!);
    const text = inputsOf([long], vocabulary, 'sentence');
    const reader = fakeReader(5);
    const stretches: number[] = [];
    readThrough(reader, text, (_, steps) => stretches.push(steps));
    expect(stretches).toEqual([mostSteps, mostSteps, mostSteps, 6]);
    expect(reader.part('hidden', 0)[5 * 2]).toBe(long.length + 1);
    const whole = fakeReader(5);
    whole.read(text.inputs, text.inputs.length, 1);
    const bits = surprisals(fakeReader(5), text).tokens.map((token) => token.bits);
    const expected = whole.targetLogProbabilities(Uint32Array.from([...text.inputs.slice(1), 1]));
    bits.slice(1).forEach((value, at) => expect(value).toBeCloseTo(-expected[at]! / Math.LN2, 5));
  });

  it('names what is likeliest next, falling, equal ones by row', () => {
    const logs = Float32Array.from([0.1, 0.3, 0.2, 0.3, 0.1], Math.log);
    expect(likeliest(logs, words, 3).map(({ word }) => word)).toEqual(['<eos>', 'b', 'a']);
    expect(likeliest(logs, words, 99).reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(
      1,
      5,
    );
  });
});
