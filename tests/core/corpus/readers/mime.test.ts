import { describe, expect, it } from 'vitest';
import { headerText, mimeBytes, mimePart, mimeText } from '../../../../core/corpus/readers/mime.ts';

describe('messages by RFC 2045', () => {
  it('are divided at their boundaries, also where they were cut off or nest without end', () => {
    const source =
      'Content-Type: multipart/mixed;\r\n boundary="b b"\r\n\r\nbefore\r\n--b b\r\n\r\none\r\n--b b--x\r\n--b b\r\nContent-Type: text/html\r\n\r\ntwo';
    const part = mimePart(source);
    expect(part.parts.map(({ type, body }) => [type, body])).toEqual([['text/plain', 'one']]);
    const open = 'Content-Type: multipart/mixed; boundary=a\n\n--a\n';
    expect(mimePart(`${open}\nx`).parts.map(({ body }) => body)).toEqual(['x']);
    let levels = 0;
    for (
      let one: ReturnType<typeof mimePart> | undefined = mimePart(open.repeat(1000));
      one !== undefined;
      [one] = one.parts
    )
      levels += 1;
    expect(levels).toBeLessThan(20);
  });

  it('are transferred in several ways', () => {
    const of = (encoding: string, body: string, more = '') =>
      mimePart(
        `Content-Type: text/plain; charset=utf-8${more}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`,
      );
    expect(mimeText(of('quoted-printable', 'Gr=C3=BC=C3=9Fe =\r\naus K=c3=b6ln = =3D=\n'))).toBe(
      'Grüße aus Köln = =',
    );
    expect(mimeText(of('BASE64', 'R3LDvMOf\nZQ=='))).toBe('Grüße');
    expect(mimeText(of('8bit', Buffer.from('Grüße').toString('latin1')))).toBe('Grüße');
    expect(mimeText(of('7bit', 'one \ntwo\n> three \nfour\n-- \nAnn', '; format=flowed'))).toBe(
      'one two\n> three four\n-- \nAnn',
    );
    expect(mimeBytes(of('quoted-printable', '=4'))).toEqual(Buffer.from('=4'));
  });

  it('are in the encoding that they name, unless their bytes belie it', () => {
    const text = (charset: string, body: Buffer) =>
      mimeText(mimePart(`Content-Type: text/plain; charset="${charset}"\n\n${body.toString('latin1')}`));
    expect(text('iso-8859-2', Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6]))).toBe('Zażółć');
    expect(text('utf-8', Buffer.from('Où êtes-vous allée, ma chère ?'.repeat(9), 'latin1'))).toMatch(
      /^Où êtes-vous allée/,
    );
    expect(text('x-unknown', Buffer.from('Grüße'))).toBe('Grüße');
  });

  it('have words in their headers', () => {
    expect(headerText('=?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?ISO-8859-1?q?_aus_K=F6ln?= (x)')).toBe(
      'Grüße aus Köln (x)',
    );
    expect(headerText('=?UTF-8?B?5L2g5aW9?=')).toBe('你好');
    expect(headerText('=?nothing?q?x?=')).toBe('=?nothing?q?x?=');
  });
});
