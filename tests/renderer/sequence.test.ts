import { describe, expect, it } from 'vitest';
import type { SequenceStates } from '../../core/contract/sequence.ts';
import { en, zh } from './wording.ts';
import { barLimit } from '../../renderer/pages/sequence/bar-limit.ts';
import { drawnSentences } from '../../renderer/pages/sequence/drawn-sentences.ts';
import { describedSequence } from '../../renderer/pages/sequence/described.ts';
import { sentenceAround } from '../../renderer/parts/sentence-around.ts';
import { spanOf, stepped } from '../../renderer/pages/sequence/spans.ts';
import { partsOf, stateGrid } from '../../renderer/pages/sequence/state-grid.ts';
import { perplexityOf, verdictOf } from '../../renderer/pages/sequence/verdict.ts';
import { isolated, isRightToLeft } from '../../renderer/parts/direction.ts';
import { sequenceSettings } from './sample-sequence.ts';

const baselines = { unigram: 600, bigram: 170, trigram: 150 };

describe('what is said of a recurrent model', () => {
  it.each([
    [140, 'best'],
    [160, 'bigram'],
    [170, 'none'],
    [900, 'none'],
  ] as const)('at a perplexity of %d: %s', (last, verdict) => {
    expect(verdictOf({ heldOutPerplexity: [500, last], baselines })).toBe(verdict);
  });

  it('is nothing where no epoch was finished', () => {
    expect(perplexityOf({ heldOutPerplexity: [] })).toBeNaN();
    expect(verdictOf({ heldOutPerplexity: [], baselines })).toBeNull();
  });

  it('measures itself by the bigram where the trigram is worse', () => {
    const odd = { unigram: 600, bigram: 150, trigram: 170 };
    expect(verdictOf({ heldOutPerplexity: [160], baselines: odd })).toBe('none');
    expect(verdictOf({ heldOutPerplexity: [149], baselines: odd })).toBe('best');
  });

  it('names the settings that count, in both languages', () => {
    const said = describedSequence(sequenceSettings, en.sequence, en.training, String);
    expect(said).toContain('Layers 1 · ');
    expect(said).toContain('Adam');
    expect(said).not.toContain('Momentum');
    expect(said).not.toContain('Samples');
    const other = { ...sequenceSettings, optimiser: 'sgd', output: 'sampled-softmax' } as const;
    expect(describedSequence(other, zh.sequence, zh.training, String)).toContain('抽样词数 100');
    expect(describedSequence(other, zh.sequence, zh.training, String)).toContain('动量 0.9');
  });
});

/** Three steps, two layers, two units: value = part · 100 + layer · 10 + step + unit ÷ 10, as far as the scale goes. */
function states(parts: SequenceStates['parts']): SequenceStates {
  const values: number[] = [];
  for (const [p] of parts.entries())
    for (const layer of [0, 1])
      for (const step of [0, 1, 2])
        for (const unit of [0, 1]) values.push(p * 100 + layer * 10 + step + unit / 10);
  return {
    model: 'm',
    cell: parts.length > 1 ? 'lstm' : 'rnn',
    layers: 2,
    hidden: 2,
    tokens: ['<eos>', 'a', 'b'].map((word) => ({ word, known: true, bits: null })),
    endBits: 1,
    parts,
    values: Float32Array.from(values),
    next: [],
    gradientNorms: [],
  };
}
const lstm = states(['hidden', 'input', 'forget', 'output', 'candidate', 'cell']);
const rnn = states(['hidden']);
const names = ['start', 'a', 'b'];

describe('the heatmap of states', () => {
  it('takes the part and the layer that are asked for, step by step', () => {
    const grid = stateGrid(lstm, 'forget', 1, names)!;
    expect(grid.rows).toEqual(names);
    expect(grid.columns).toEqual(['1', '2']);
    expect([...grid.values].map((n) => Math.round(n * 10) / 10)).toEqual([
      210, 210.1, 211, 211.1, 212, 212.1,
    ]);
  });

  it('has one scale for each part that has bounds, whatever the sentence', () => {
    expect(stateGrid(lstm, 'hidden', 0, names)).toMatchObject({ limit: 1, scale: 'diverging' });
    expect(stateGrid(lstm, 'output', 0, names)).toMatchObject({ limit: 1, scale: 'sequential' });
    expect(stateGrid(lstm, 'cell', 0, names)!.limit).toBeGreaterThanOrEqual(502.1);
  });

  it('has nothing to show of gates that a simple cell does not have', () => {
    expect(stateGrid(rnn, 'forget', 0, names)).toBeNull();
    expect(partsOf(rnn, null)).toEqual(['hidden']);
    expect(partsOf(rnn, lstm)).toEqual(lstm.parts);
  });

  it('shows the top layer where the other network has more', () => {
    const single = { ...rnn, layers: 1, values: rnn.values.slice(0, 6) };
    expect([...stateGrid(single, 'hidden', 1, names)!.values]).toEqual([...single.values]);
  });
});

describe('steps through a sentence', () => {
  it('go by arrow keys and stay within it', () => {
    expect(stepped(0, 4, 'ArrowLeft', false)).toBe(0);
    expect(stepped(0, 4, 'ArrowRight', false)).toBe(1);
    expect(stepped(2, 4, 'End', false)).toBe(3);
    expect(stepped(2, 4, 'Home', false)).toBe(0);
    expect(stepped(2, 4, 'toString', false)).toBeNull();
  });

  it('go on to the left where one writes that way', () => {
    expect(stepped(1, 4, 'ArrowLeft', true)).toBe(2);
    expect(stepped(1, 4, 'ArrowRight', true)).toBe(0);
  });

  it('are chosen from either end', () => {
    expect(spanOf(3, 1)).toEqual({ from: 1, to: 3 });
    expect(spanOf(2, 2)).toEqual({ from: 2, to: 2 });
  });
});

describe('a sentence of the corpus', () => {
  it('is what stands between the stops around the node', () => {
    expect(
      sentenceAround({ left: 'they left . The old', node: 'king', right: 'died at night . Then the war' }),
    ).toBe('The old king died at night.');
    expect(sentenceAround({ left: 'of the old', node: 'king', right: 'who died' })).toBe(
      'of the old king who died',
    );
    expect(sentenceAround({ left: '“Go!” he said. The', node: 'king', right: 'went.” So' })).toBe(
      'The king went.',
    );
  });

  it('has no spaces where the texts have none', () => {
    expect(sentenceAround({ left: '他走了。今天', node: '国王', right: '来了。大家' })).toBe(
      '今天国王来了。',
    );
  });

  it('does not end at a point within a number', () => {
    expect(sentenceAround({ left: 'about', node: 'pi', right: 'is 3.14 or so' })).toBe(
      'about pi is 3.14 or so',
    );
  });
});

it('bars end at a quarter, or where the most probable word needs it', () => {
  expect(barLimit([{ word: 'a', probability: 0.1 }])).toBe(0.25);
  expect(barLimit([{ word: 'a', probability: 0.1 }], [{ word: 'b', probability: 0.8 }])).toBe(0.8);
  expect(barLimit([])).toBe(0.25);
});

it('a text is written the way its first letter is', () => {
  expect(isRightToLeft('… כתב')).toBe(true);
  expect(isRightToLeft('1. the كتاب')).toBe(false);
  expect(isRightToLeft('')).toBe(false);
  expect(isolated('كتاب')).toBe('\u2068كتاب\u2069');
});

it('drawn text is shown sentence by sentence', () => {
  const of = (text: string) => drawnSentences(text.split(' ').map((word) => ({ word })));
  expect(of('and died <eos> the end <eos>')).toEqual([
    ['and', 'died'],
    ['the', 'end'],
  ]);
  // What was given was a sentence already.
  expect(of('<eos> the end')).toEqual([[], ['the', 'end']]);
});
