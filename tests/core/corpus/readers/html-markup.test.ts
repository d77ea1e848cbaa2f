import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from './opened-file.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><title>T</title>${head}</head><body>${body}</body></html>`;
const read = async (body: string, head = '') => (await textsOf('a.html', page(body, head)))[0]![1];

describe('pages', () => {
  it('give no hidden text, and what they leave out is told', async () => {
    const { documents, leftOut } = await openedFile(
      'a.html',
      page(
        '<p>Seen<span style="display:none">a</span> <b hidden>b</b><i class="off">c</i>all</p><div id="x"><p>d</p></div><dialog>e</dialog><dialog open>f</dialog><video>g</video><template>h</template>',
        '<style>.off,#x{display:none}</style>',
      ),
    );
    expect(documents[0]!.whole).toBe('Seen all\n\nf');
    expect(leftOut()).toEqual([{ what: 'hidden', places: 5 }]);
  });

  it('set no mark of a note to a word, as LibreOffice, Word, pandoc and encyclopedias write them', async () => {
    const marks = [
      '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
      '<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>',
      '<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a>',
      '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>',
      '<sup><a href="notes.html#x">*</a></sup>',
      '<a href="#x"><sup>a</sup></a>',
      '<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup>',
      '<span class="Footnote_20_anchor" title="Footnote: The note."><a href="#ftn1" id="body_ftn1">1</a></span>',
    ];
    for (const mark of marks)
      expect([mark, await read(`<p>A king${mark}s own</p>`)]).toEqual([mark, 'A kings own']);
    expect(await read('<p>1<sup>st</sup> H<sub>2</sub>O, see <a href="#two">part two</a></p>')).toBe(
      '1st H2O, see part two',
    );
    expect(
      await read(
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>The note.</p></div>',
      ),
    ).toBe('The note.');
    expect(
      await read(
        '<p><span class="footnodeNumber"><a class="Footnote_20_Symbol" id="ftn1" href="#body_ftn1">1</a></span>The note.</p>' +
          '<p><a class="Endnote_20_Symbol" id="edn1" href="page.xhtml#body_edn1">i</a>Another.</p>',
      ),
    ).toBe('The note.\n\nAnother.');
  });

  it('say nothing twice: contents, readings', async () => {
    expect(
      await read('<nav id="TOC" role="doc-toc"><ul><li>One</li></ul></nav><h1>One</h1><nav>Home</nav>'),
    ).toBe('One\n\nHome');
    expect(await read('<div id="Table of Contents1"><p>One 1</p></div><h1>One</h1>')).toBe('One');
    expect(await read('<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>')).toBe('漢字');
  });

  it('part cells and items, and nothing within a line', async () => {
    expect(
      await read(
        '<table><tr><td>a</td><td>b</td></tr></table><ul><li>c<li>d</ul><p>e<span>f</span><wbr>g<img src="x">h<br>i',
      ),
    ).toBe('a\n\nb\n\nc\n\nd\n\nefgh\ni');
  });
});

describe('XHTML', () => {
  const xhtml = (body: string, head = '<title/>') =>
    `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body}</body></html>`;

  it('is XML: elements close themselves, data and entities are what they say', async () => {
    for (const name of [
      'a',
      'div',
      'iframe',
      'script',
      'style',
      'textarea',
      'title',
      'select',
      'object',
      'pre',
      'td',
      'b',
    ])
      expect([name, await textsOf('a.xhtml', xhtml(`<p>One.</p><${name}/><p>Two.</p>`))]).toEqual([
        name,
        [[undefined, 'One.\n\nTwo.']],
      ]);
    expect(
      await textsOf(
        'a.xhtml',
        xhtml('<p>a<![CDATA[ <b> & ]]>c&nbsp;&eacute;&#8212;</p>', '<script src="x"/><title/>'),
      ),
    ).toEqual([[undefined, 'a <b> & c\u00a0é—']]);
  });

  it('has any prefix, and may be called .html or lack the first line', async () => {
    const prefixed = xhtml('<p>One <b>two</b></p>')
      .replaceAll(/<(\/?)([a-z])/g, '<$1h:$2')
      .replace('xmlns=', 'xmlns:h=');
    expect(await textsOf('a.html', prefixed)).toEqual([[undefined, 'One two']]);
    expect(await textsOf('b.xhtml', xhtml('<p>One</p>').replace(/^<\?[^>]*>/, ''))).toEqual([
      [undefined, 'One'],
    ]);
  });

  it('is told by what closes itself where a page would end for a browser', async () => {
    const page = (head: string) =>
      `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body><p>One</p><p>two</p></body></html>`;
    const right = [[undefined, 'One\n\ntwo']];
    expect(await textsOf('c.html', page('<title/><script src="a.js"/>'))).toEqual(right);
    expect(await textsOf('d.html', page('<title>T</title><meta charset="utf-8"/>'))).toEqual(right);
  });
});

describe('numbers in brackets that are raised', () => {
  it('are marks of notes, whether or not they lead there; other raised text is text', async () => {
    const file = await openedFile(
      'notes.html',
      '<body><p>king<sup>[2]</sup> and x<sup>2</sup>, the 1<sup>st</sup></p></body>',
    );
    expect(file.documents.map(({ whole }) => whole)).toEqual(['king and x2, the 1st']);
    expect(file.leftOut()).toEqual([{ what: 'noteMarks', places: 1 }]);
  });
});
