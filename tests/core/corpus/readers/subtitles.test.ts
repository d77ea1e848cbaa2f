import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

describe('SubRip and WebVTT', () => {
  it.each([
    ['comparisons', 'so 2<3 and 5>4, or 1<2,5>0', 'so 2<3 and 5>4, or 1<2,5>0'],
    ['numbers between the signs', 'from 7<8,5>3', 'from 7<8,5>3'],
    ['no times', 'one <00:01.500>two<1:00:02,250> three', 'one two three'],
    ['no marks', '<i>one</i> <c.red.big>two</c> {\\an8}three', 'one two three'],
  ])('keep what was said: %s', async (_, line, said) => {
    const { documents } = await openedFile('a.srt', `1\n00:00:01,000 --> 00:00:02,000\n${line}\n`);
    expect(documents[0]!.whole).toBe(said);
  });
});
