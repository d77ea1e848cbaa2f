import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, TextFlow } from '../../../../core/corpus/readers/text-flow.ts';

function flowOf(write: (flow: TextFlow) => void): string {
  const flow = new TextFlow();
  write(flow);
  return flow.toString();
}

describe('TextFlow', () => {
  it('makes one space of any white space, and none between letters of a script without spaces', () => {
    expect(flowOf((flow) => ['  One\n', '\t two', ' ', ' three '].forEach((text) => flow.say(text)))).toBe(
      'One two three',
    );
    expect(flowOf((flow) => ['山\n', '水\n 画。\nA', '\nB'].forEach((text) => flow.say(text)))).toBe(
      '山水画。 A B',
    );
    expect(flowOf((flow) => flow.say('山 水'))).toBe('山 水');
  });

  it('parts by the furthest that was asked for', () => {
    const text = flowOf((flow) => {
      flow.say('a ');
      flow.part(apart.line);
      flow.part(apart.word);
      flow.say('b');
      flow.part(apart.paragraph);
      flow.part(apart.line);
      flow.say(' c');
    });
    expect(text).toBe('a\nb\n\nc');
  });

  it('lets words go on across whatever stands between', () => {
    const text = flowOf((flow) => {
      flow.say('ser-');
      flow.glue(true);
      flow.say(' ');
      flow.part(apart.paragraph);
      flow.say('vant');
    });
    expect(text).toBe('servant');
  });

  it('puts what stands beside a paragraph behind it, and notes at the end', () => {
    const text = flowOf((flow) => {
      flow.say('in');
      flow.begin('note');
      flow.say('A note.');
      flow.end();
      flow.say('credible, ');
      flow.begin('beside');
      flow.say('box');
      flow.part(apart.paragraph);
      flow.say('of two');
      flow.end();
      flow.say('indeed');
      flow.part(apart.paragraph);
      flow.say('Next');
    });
    expect(text).toBe('incredible, indeed\n\nbox\n\nof two\n\nNext\n\nA note.');
  });

  it('gives all that was said, in its order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'bc ', ' d', '漢', '\n'), fc.constantFrom(0, 2, 3, 4)), {
          maxLength: 30,
        }),
        (pieces) => {
          const text = flowOf((flow) =>
            pieces.forEach(([said, how]) => {
              flow.say(said);
              flow.part(how);
            }),
          );
          expect(text.replaceAll(/\s/g, '')).toBe(pieces.map(([said]) => said.trim()).join(''));
          expect(text).toBe(text.trim());
        },
      ),
    );
  });

  it('grows by a million pieces, lines and words that are divided', () => {
    const text = flowOf((flow) => {
      for (let n = 0; n < 300_000; n += 1) {
        flow.say('ab-');
        flow.lineEnd();
        flow.say('c\n');
      }
    });
    expect(text).toHaveLength(300_000 * 4 - 1);
  });
});
