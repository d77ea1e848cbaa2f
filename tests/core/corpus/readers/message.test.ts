import { describe, expect, it } from 'vitest';
import { docxFile } from './document-fixtures.ts';
import { openedFile } from './opened-file.ts';

const multipart = (kind: string, ...parts: readonly string[]) =>
  `Content-Type: multipart/${kind}; boundary=b${kind}\n\n${parts.map((part) => `--b${kind}\n${part}\n`).join('')}--b${kind}--\n`;
const part = (type: string, body: string, more = '') =>
  `Content-Type: ${type}; charset=utf-8${more}\n\n${body}`;
const mail = (content: string) =>
  `From: "Ann B." <ann@example.org>\nTo: x@example.org\nSubject: A letter\nDate: Mon, 3 Jan 2000 10:00:00 +0100\nMIME-Version: 1.0\n${content}`;

describe('messages', () => {
  it('give the plain one of alternatives, and all that is no attachment', async () => {
    const source = mail(
      multipart(
        'mixed',
        multipart(
          'alternative',
          part('text/html', '<p>Same <b>words</b></p>'),
          part('text/plain', 'Same words\n'),
        ),
        part('text/plain', 'no', '\nContent-Disposition: attachment; filename=a.txt'),
        part('application/pdf', '%PDF'),
        part('message/rfc822', `Subject: y\n${part('text/plain', 'Forwarded words')}`),
      ),
    );
    const { documents } = await openedFile('a.eml', source);
    expect(documents).toMatchObject([
      {
        whole: 'Same words\n\nForwarded words',
        metadata: { title: 'A letter', author: 'Ann B.', date: '2000-01-03' },
      },
    ]);
    const html = mail(
      multipart('alternative', part('text/plain', ' '), part('text/html', '<p>Only <i hidden>no</i>here')),
    );
    expect((await openedFile('named.txt', html)).documents[0]!.whole).toBe('Only here');
  });

  it('stand one behind the other in a mailbox', async () => {
    const one = (text: string) => `From a@b Mon Jan  3 10:00:00 2000\n${mail(part('text/plain', text))}\n`;
    const { documents } = await openedFile('a.mbox', `${one('First\n>From here on\n')}\n${one('Second')}`);
    expect(documents.map(({ part: number, whole }) => [number, whole])).toEqual([
      ['1', 'First\nFrom here on'],
      ['2', 'Second'],
    ]);
  });

  it('may be a page that was saved with its style sheets', async () => {
    const source = `From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/a.html\nSubject: A page\nMIME-Version: 1.0\n${multipart(
      'related',
      'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p class=3D"x">hidden</p><p>Gr=C3=BC=C3=9Fe<sup><a href=3D"https://x.example/a.html#n1=\n">1</a></sup></p></body></html>',
      part('text/css', '.x { display: none; }'),
    )}`;
    expect((await openedFile('a.mhtml', source)).documents).toMatchObject([
      { whole: 'Grüße', metadata: { title: 'A page' } },
    ]);
  });

  it('are told from texts with lines like a header', async () => {
    const play = 'Anna: Come in.\nBerta: I do.\n\nThey sit.';
    expect((await openedFile('a.txt', play)).documents[0]!.whole).toBe(play);
  });
});

describe('parts of a Word document in other formats', () => {
  const withChunk = (name: string, content: string) =>
    docxFile(
      '<w:p><w:r><w:t>Before</w:t></w:r></w:p><w:altChunk r:id="c"/><w:p><w:r><w:t>After</w:t></w:r></w:p>',
      {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="c" Type="x/aFChunk" Target="${name}"/></Relationships>`,
        [`word/${name}`]: content,
      },
    );

  it.each([
    ['a.html', '<html><body><p>Chunk words</p></body></html>'],
    ['a.mht', `MIME-Version: 1.0\n${multipart('related', part('text/html', '<p>Chunk words</p>'))}`],
    ['a.rtf', '{\\rtf1 Chunk words\\par}'],
    ['a.txt', 'Chunk words'],
    [
      'a.xhtml',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>Chunk words</body></html>',
    ],
  ])('are read where they stand: %s', async (name, content) => {
    expect((await openedFile('a.docx', withChunk(name, content))).documents[0]!.whole).toBe(
      'Before\n\nChunk words\n\nAfter',
    );
  });
});
