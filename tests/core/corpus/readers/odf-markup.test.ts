import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const names = ['office', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const styles =
  '<office:automatic-styles><style:style style:name="Off" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="Gone" style:family="paragraph"><style:text-properties text:display="none"/></style:style><style:style style:name="On" style:family="text"><style:text-properties text:display="true"/></style:style><style:style style:name="On2" style:family="text" style:parent-style-name="On"/></office:automatic-styles>';
const flat = (body: string, root = 'document') =>
  `<?xml version="1.0"?><office:${root} ${names}>${styles}<office:body><office:text>${body}</office:text></office:body></office:${root}>`;

describe('styles of OpenDocument', () => {
  it('show within what another style hides', async () => {
    const { documents, leftOut } = await openedFile(
      'a.fodt',
      flat(
        '<text:p>Seen <text:span text:style-name="Off">not <text:span text:style-name="On">but <text:span text:style-name="Off">nor </text:span>this </text:span>nor that </text:span>again.</text:p><text:p text:style-name="Gone">gone <text:span text:style-name="On2">here</text:span> gone</text:p>',
      ),
    );
    expect(documents[0]!.whole).toBe('Seen but this again.\n\nhere');
    expect(leftOut()).toEqual([{ what: 'hidden', places: 3 }]);
  });

  it('show nothing of a section that is hidden, nor of a comment', async () => {
    const { documents } = await openedFile(
      'a.fodt',
      flat(
        '<text:section text:display="none"><text:p><text:span text:style-name="On">no</text:span></text:p></text:section><text:p>One<office:annotation><text:p><text:span text:style-name="On">no</text:span></text:p></office:annotation>self.</text:p>',
      ),
    );
    expect(documents[0]!.whole).toBe('Oneself.');
  });
});

describe('the contents of an OpenDocument text that were taken out of it', () => {
  it('are read by the same rules', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>';
    const { documents } = await openedFile(
      'content.xml',
      flat(`<text:p>The king${note} slept.</text:p>`, 'document-content'),
    );
    expect(documents[0]!.whole).toBe('The king slept.\n\nA note.');
  });
});
