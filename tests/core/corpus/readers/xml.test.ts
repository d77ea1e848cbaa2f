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
