import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const read = async (name: string, source: string) => (await openedFile(name, source)).documents[0]!.whole;

describe('SubRip and WebVTT', () => {
  it('end a cue at an empty line, or where the next one begins', async () => {
    const source =
      '1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\n\ntwo\n\nthree\n\n3\n00:00:04,000 --> 00:00:05,000\nin\n1984\n4\n00:00:06 --> 00:00:07\n- 5\n';
    expect(await read('a.srt', source)).toBe('One\n\ntwo\nthree\n\nin\n1984\n\n- 5');
    expect(await read('b.srt', '00:01,5 --> 00:02\nno numbers\n2010\n\n00:03 --> 00:04\nhere\r\n')).toBe(
      'no numbers\n2010\n\nhere',
    );
  });

  it('have breaks of the format that they were made of', async () => {
    const source = '1\n00:00:01.000 --> 00:00:02.000\n{\\an8}One\\Ntwo\\hthree\n';
    expect(await read('broken.srt', source)).toBe('One two three');
  });

  it('have headers, names, comments and styles that are not said', async () => {
    const source =
      'WEBVTT - Title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE not said\nnor this\n\nintro\n00:01.000 --> 00:02.000 align:start\nOne\n \ntwo\n\nNOTE\nno\n\nREGION\nid:x\n\n00:03.000 --> 00:04.000\nNOTE is said here\n';
    expect(await read('a.vtt', source)).toBe('One\ntwo\n\nNOTE is said here');
    expect(await read('named.txt', source)).toBe('One\ntwo\n\nNOTE is said here');
  });

  it('have marks, voices, inner times, readings and entities', async () => {
    const source =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ann B>It <i.x>is</i> <00:01.500><c.y>so</c>: 3 &lt; 4 &amp; &#x4f60;&hellip; <ruby>字<rt>zi</rt></ruby></v>\n\n00:02.000 --> 00:03.000\nno voice\n';
    const { documents } = await openedFile('a.vtt', source);
    expect(documents[0]!.whole).toBe('It is so: 3 < 4 & 你… 字\n\nno voice');
    expect(documents[0]!.regions).toEqual([
      {
        name: 'turn',
        starts: [0],
        ends: [22],
        attributes: new Map([['speaker', ['Ann B']]]),
        times: { starts: [1000], ends: [2000] },
      },
      {
        name: 'segment',
        starts: [24],
        ends: [32],
        attributes: new Map(),
        times: { starts: [2000], ends: [3000] },
      },
    ]);
    expect(
      await read(
        'a.srt',
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="#fff">I <3 you</font> & AT&T &quot;x&quot;\n',
      ),
    ).toBe('I <3 you & AT&T "x"');
  });
});
