import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

describe('other subtitles', () => {
  it.each([
    ['a.sbv', '0:00:01.000,0:00:02.500\nOne\ntwo\n\n0:00:03.000,0:00:04.000\nThree\n', 'One\ntwo\n\nThree'],
    [
      'a.ass',
      '[Script Info]\nTitle: no\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nComment: 0,0:00:00.00,0:00:01.00,D,,0,0,0,,no\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\i1}One{\\i0}, two\\Nthree\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\p1}m 0 0 l 1 1\n',
      'One, two\nthree',
    ],
    [
      'b.ssa',
      '[Script Info]\n[Events]\nFormat: Marked, Start, End, Text\nDialogue: Marked=0,0:00:01.00,0:00:02.00,{\\pos(1,2)}One {\\p1}m 0 0 l 1 1{\\p0\\i1}two\\hthree{\\p2}l 5 5\n',
      'One two three',
    ],
    [
      'a.ttml',
      '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:m="http://www.w3.org/ns/ttml#metadata"><head><metadata><m:title>no</m:title></metadata></head><body><div><p begin="0s">One<br/>two</p><p begin="1s"><span>thr</span>ee</p></div></body></tt>',
      'One\ntwo\n\nthree',
    ],
    ['a.lrc', '[ar:No]\n[00:02.00][00:06.00]La <00:03.00>la\n[00:01.00]One\n', 'One\n\nLa la\n\nLa la'],
    ['a.sub', '{1}{1}23.976\n{25}{50}{y:i}One|two\n{60}{70}Three\n', 'One\ntwo\n\nThree'],
  ])('%s', async (name, source, text) => {
    expect((await openedFile(name, source)).documents[0]!.whole).toBe(text);
  });

  it('are told by how they begin', async () => {
    expect((await openedFile('b.sub', 'A plain text.')).documents[0]!.whole).toBe('A plain text.');
  });
});
