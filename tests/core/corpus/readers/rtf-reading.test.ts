import { describe, expect, it } from 'vitest';
import { LeftOutCounts } from '../../../../core/corpus/readers/left-out.ts';
import { rtfText } from '../../../../core/corpus/readers/rtf.ts';
import { openedFile } from './opened-file.ts';

const read = (body: string) =>
  rtfText(
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 SILDoulosIPA;}{\f3\fnil\fcharset0\cpg1251 Old;}{\f4\fcharset2 Wingdings;}}` +
      body +
      '}',
  );

describe('Rich Text', () => {
  it('keeps notes and boxes, and neither lets them cut a sentence', () => {
    const leftOut = new LeftOutCounts();
    const text = rtfText(
      String.raw`{\rtf1 The king{\super \chftn{\*\footnote\chftn\pard A note.\par Its end.}} said{\super a{\footnote \pard {\super a} Marked.}}, in{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt A box.\par}}}side 2{\super nd} x{\super 2} end.\par Next.}`,
      leftOut,
    );
    expect(text).toBe(
      'The king said, inside 2nd x2 end.\n\nA box.\n\nNext.\n\nA note.\n\nIts end.\n\n Marked.',
    );
    expect(leftOut.all()).toEqual([{ what: 'noteMarks', places: 1 }]);
  });

  it.each([
    [String.raw`king{\super 1}{\footnote \pard 1 The note.} slept`, 'king slept'],
    [String.raw`king{\super *)}{\footnote \pard *) The note.} slept`, 'king slept'],
    [String.raw`king{\super\chftn{\footnote\pard{\super 1} The note.}} slept`, 'king slept'],
    [String.raw`king{\super\chftn{\footnote\pard 1. The note.}} slept`, 'king slept'],
    [String.raw`king{\super 1\u8224?}{\footnote \pard 1\u8224? The note.} slept`, 'king slept'],
  ])('leaves out the mark of a note that its author typed by hand: %s', (body, said) => {
    expect(read(body).replace(/\n\n\s*/, '|')).toBe(`${said}|The note.`);
  });

  it('leaves a note the number that it begins with, where the mark stands before that or is another one', () => {
    const note = (before: string, text: string) =>
      read(String.raw`king${before}{\footnote\pard ${text}}`)
        .split('\n\n')[1]
        ?.trim();
    expect(note(String.raw`{\super\chftn}`, String.raw`{\super\chftn} 1 January.`)).toBe('1 January.');
    expect(note(String.raw`{\super 2}`, '1 January.')).toBe('1 January.');
    expect(note(String.raw`{\super 1}`, '1841 was late.')).toBe('1841 was late.');
    expect(note(String.raw`{\super a}`, 'all of it.')).toBe('all of it.');
  });

  it('leaves out what was deleted, hidden, numbered or remarked, and says so', () => {
    const leftOut = new LeftOutCounts();
    expect(
      rtfText(
        String.raw`{\rtf1{\pntext 1.\tab}One{\deleted two}{\v three} {\v0 four}{\*\atnid x}{\*\annotation five}{\xe{\v six}}{\tc seven}\plain\deleted eight\deleted0  nine\par}`,
        leftOut,
      ),
    ).toBe('One four nine');
    expect(leftOut.all().map(({ what }) => what)).toEqual(['listNumbers', 'deleted', 'hidden', 'comments']);
  });

  it('goes on where the end of a paragraph was deleted, and at a large initial', () => {
    expect(read(String.raw`wo{\deleted\par }rd\par\pard\dropcapli2\dropcapt1 D\par\pard rop.\par`)).toBe(
      'word\n\nDrop.',
    );
  });

  it('reads symbols, code pages of fonts and both ways of one text', () => {
    expect(
      read(
        String.raw`{\f1 abc} {\f1\u61537?}{\field{\*\fldinst SYMBOL 103 \\f "Symbol" \\s 12}{\fldrslt }} {\f3\'e0} {\upr{wrong}{\*\ud{right}}} x{\f4 J}y`,
      ),
    ).toBe('αβχ αγ а right x y');
    expect(read(String.raw`ka{\f2 N}a`)).toBe('ka\uf04ea');
    expect(
      rtfText(
        String.raw`{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f13\fcharset128 B;}}\loch\af0\hich\af0\dbch\af13\f0 \hich a\dbch \'93\'8c\'8b\'9e\loch \'e9}`,
      ),
    ).toBe('a東京é');
    expect(read(String.raw`a\zwnj b\zwj c\'97d\emdash e\bin3 }}}f`)).toBe('a\u200cb\u200dc—d—ef');
  });

  it('leaves out lists of contents, and no other result of a field', () => {
    expect(
      read(
        String.raw`{\field{\*\fldinst TOC \\o}{\fldrslt One\tab 1\par Two\tab 2\par}}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt One}} and {\field{\*\fldinst {EQ \\* jc2 \\o\\ad(\\s\\up 9(\u12392?),\u26481?)}}{\fldrslt}}`,
      ),
    ).toBe('One and 東');
  });

  it('sets cells apart, and ends where its last bracket does', () => {
    expect(read(String.raw`\trowd\intbl a\cell b\cell\row\pard c}}trailing{`)).toBe('a\n\nb\n\nc');
  });

  it('says its title, author and day', async () => {
    const source = String.raw`{\rtf1{\info{\title A letter}{\author Ann}{\creatim\yr1999\mo2\dy3}{\revtim\yr2001\mo1\dy1}}Words.}`;
    expect((await openedFile('a.rtf', source)).documents).toMatchObject([
      { whole: 'Words.', metadata: { title: 'A letter', author: 'Ann', date: '1999-02-03' } },
    ]);
  });
});
