import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

describe('notes in the XML of publishers', () => {
  it.each([
    [
      'a.jats',
      '<article><body><p>The king<xref ref-type="fn" rid="f1"><sup>1</sup></xref> slept, see <xref ref-type="sec" rid="s">part two</xref>.</p></body><back><fn-group><fn id="f1"><label>1</label><p>A note.</p></fn></fn-group></back></article>',
      'The king slept, see part two.\n\nA note.',
    ],
    [
      'within a word',
      '<article><body><p>Un<xref ref-type="table-fn" rid="f"><italic>a</italic></xref>break<fn id="f"><label>a</label><p>A note.</p></fn>able.</p></body></article>',
      'Unbreakable.\n\nA note.',
    ],
    [
      'DocBook',
      '<book><para>The king<footnote><para>A note.</para></footnote>’s bed.</para></book>',
      'The king’s bed.\n\nA note.',
    ],
  ])('neither glue their marks nor cut a sentence: %s', async (_, source, text) => {
    const { documents } = await openedFile('a.xml', `<?xml version="1.0"?>${source}`);
    expect(documents[0]!.whole).toBe(text);
  });

  it('are told in the report by their marks', async () => {
    const { leftOut } = await openedFile(
      'a.xml',
      '<?xml version="1.0"?><article><p>King<xref ref-type="fn" rid="f">1</xref></p><fn id="f"><label>1</label><p>N.</p></fn></article>',
    );
    expect(leftOut()).toEqual([{ what: 'noteMarks', places: 2 }]);
  });
});

describe('outlines (OPML)', () => {
  it('have their text in attributes, as HTML where it is, and no text of what is commented out', async () => {
    const { documents, leftOut } = await openedFile(
      'a.opml',
      '<?xml version="1.0"?><opml version="2.0"><head><title>Plans</title><ownerName>Anna</ownerName><expansionState>1</expansionState></head><body>' +
        '<outline text="First &lt;b&gt;part&lt;/b&gt; &amp;amp; more" _note="The goats drank.&#10;&#10;Then slept."><outline text="Below" type="link" url="http://x.org"/></outline>' +
        '<outline text="Gone" isComment="true"><outline text="with it"/></outline><outline title="Only titled"/><outline text="a &lt; b"/></body></opml>',
    );
    expect(documents[0]!.whole).toBe(
      'First part & more\n\nThe goats drank.\n\nThen slept.\n\nBelow\n\nOnly titled\n\na < b',
    );
    expect(documents[0]!.metadata).toEqual({ title: 'Plans', author: 'Anna' });
    expect(leftOut()).toEqual([{ what: 'comments', places: 1 }]);
  });
});

describe('stories of InDesign (ICML)', () => {
  const story = (inner: string) =>
    `<?xml version="1.0"?><?aid style="50" type="snippet" readerVersion="6.0"?><Document DOMVersion="8.0"><RootParagraphStyleGroup><ParagraphStyle><Properties><BasedOn type="string">$ID/Normal</BasedOn></Properties></ParagraphStyle></RootParagraphStyleGroup><Story Self="s">${inner}</Story></Document>`;
  const range = (inner: string) =>
    `<ParagraphStyleRange>\n<CharacterStyleRange><Properties><AppliedFont type="string">Minion</AppliedFont></Properties>\n${inner}\n</CharacterStyleRange>\n</ParagraphStyleRange>`;

  it('hold text in Content alone, whatever ranges divide, and notes at the end', async () => {
    const note = `<Footnote>${range('<Content><?ACE 4?>\tA note.</Content>')}</Footnote>`;
    const { documents, leftOut } = await openedFile(
      'a.icml',
      story(
        range('<Content>The go</Content>') +
          range(`<Content>ats</Content>${note}<Content> drank.</Content><Br/>`) +
          range(
            '<Content>Then </Content><Change ChangeType="DeletedText"><Content>gone</Content></Change><Change ChangeType="InsertedText"><Content>they</Content></Change><Note><Content>why?</Content></Note><HiddenText><Content>unseen</Content></HiddenText><Content> slept</Content>',
          ),
      ),
    );
    expect(documents[0]!.whole).toBe('The goats drank.\n\nThen they slept\n\nA note.');
    expect(leftOut().map(({ what }) => what)).toEqual(['deleted', 'comments', 'hidden']);
  });
});
