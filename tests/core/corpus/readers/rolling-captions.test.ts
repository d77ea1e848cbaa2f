import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
const vtt = (cues: readonly (readonly [from: number, to: number, text: string])[]) =>
  `WEBVTT\n\n${cues.map(([from, to, text]) => `${time(from)} --> ${time(to)}\n${text}\n`).join('\n')}`;
const read = async (source: string) => {
  const { documents, leftOut } = await openedFile('a.vtt', source);
  return { text: documents[0]!.whole, leftOut: leftOut() };
};

describe('captions that roll', () => {
  it('give each line once: lines stay when the next one comes', async () => {
    const cues = ['one', 'one\ntwo', 'two\nthree', 'three\nfour'].map(
      (text, at) => [at, at + 1, text] as const,
    );
    expect(await read(vtt(cues))).toEqual({
      text: 'one\ntwo\nthree\nfour',
      leftOut: [{ what: 'repeated', places: 3 }],
    });
  });

  it('give each line once: as recognition writes them, with times within', async () => {
    const cues = [
      [0, 2, ' \nso<00:00:01.000><c> we</c>'],
      [2, 2.01, 'so we\n '],
      [2.01, 4, 'so we\nwent<00:00:03.000><c> home</c>'],
      [8, 9, 'then'],
    ] as const;
    expect((await read(vtt(cues))).text).toBe('so we\nwent home\n\nthen');
  });

  it('give a line once that grows word by word', async () => {
    const cues = ['the', 'the goats', 'the goats drank', 'the goats drank it', 'all'].map(
      (text, at) => [at, at + 1, text] as const,
    );
    expect((await read(vtt(cues))).text).toBe('the goats drank it\nall');
  });

  it('are told by two of them, where each begins with a line of the one before and goes on', async () => {
    const cues = ['one', 'one\ntwo', 'two\nthree'].map((text, at) => [at, at + 1, text] as const);
    expect((await read(vtt(cues))).text).toBe('one\ntwo\nthree');
    const said = ['No.', 'No.', 'No.'].map((text, at) => [at, at + 1, text] as const);
    expect((await read(vtt(said))).text).toBe('No.\n\nNo.\n\nNo.');
  });

  it('are told from people who say things twice', async () => {
    const cues = ['No.', 'No.', 'Why?', 'You said:\nno.', 'no.\nI did.', 'So.'].map(
      (text, at) => [at, at + 1, text] as const,
    );
    expect(await read(vtt(cues))).toEqual({
      text: 'No.\n\nNo.\n\nWhy?\n\nYou said:\nno.\n\nno.\nI did.\n\nSo.',
      leftOut: [],
    });
  });
});
