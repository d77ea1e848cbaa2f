import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../../../core/corpus/readers/markup-parser.ts';

function events(source: string, xml = true): string[] {
  const seen: string[] = [];
  parseMarkup(
    source,
    {
      onopentag: (name, attributes) =>
        void seen.push(
          `<${name}${Object.entries(attributes)
            .map(([key, value]) => ` ${key}=${value}`)
            .join('')}`,
        ),
      ontext: (text) => void seen.push(text),
      onclosetag: (name) => void seen.push(`/${name}`),
    },
    { xml },
  );
  return seen;
}

describe('parseMarkup', () => {
  it('calls elements by vocabulary and local name, whatever their prefix', () => {
    expect(
      events(
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:p x:val="1" y="2"/><p xmlns="http://www.w3.org/1998/Math/MathML"/></x:document>',
      ),
    ).toEqual(['<w:document', '<w:p w:val=1 y=2', '/w:p', '<math:p', '/math:p', '/w:document']);
    expect(events('<t:a xmlns:t="urn:x"><t:b t:c="1"/><b xmlns="urn:y"/></t:a>')).toEqual([
      '<a',
      '<b c=1',
      '/b',
      '<b',
      '/b',
      '/a',
    ]);
    expect(
      events('<a xmlns:t="urn:x"><b xmlns:t="http://openoffice.org/2000/text"><t:p/></b><t:p/></a>'),
    ).toEqual(['<a', '<b', '<text:p', '/text:p', '/b', '<p', '/p', '/a']);
    // Nobody declared them.
    expect(events('<w:p><q:r/></w:p>')).toEqual(['<w:p', '<r', '/r', '/w:p']);
  });

  it('gives the text between two tags in one piece', () => {
    expect(
      events('<a>one<!-- no --> two<?pi x?><![CDATA[ <three> &amp;]]> &lt;4&#233;&#xe8;&nbsp;\r\nx</a>'),
    ).toEqual(['<a', 'one two <three> &amp; <4éè\u00a0\nx', '/a']);
  });

  it('resolves entities for characters, and none that holds anything else or another file', () => {
    const doctype =
      '<!DOCTYPE a [<!ENTITY longs "&#383;"><!ENTITY dash "—"><!ENTITY b "<b>x</b>"><!ENTITY two "&dash;&dash;"><!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY long "123456789012345678901234567890123">]>';
    expect(
      events(
        `<?xml version="1.0"?><!-- > -->${doctype}<a t="&dash;">&longs;&dash;&b;&two;&f;&long;&eacute;&none;</a>`,
      ),
    ).toEqual(['<a t=—', 'ſ—&b;&two;&f;&long;é&none;', '/a']);
    expect(events("<!DOCTYPE a [ <!-- it's > --> <!ELEMENT a ANY> ]><a>x</a>")).toEqual(['<a', 'x', '/a']);
    expect(events('<!DOCTYPE a [ <a>x</a>').join('')).toContain('x');
  });

  it('closes what the end of the document leaves open, and nothing that it cut off', () => {
    expect(events('<a><b>x<c d="')).toEqual(['<a', '<b', 'x', '/b', '/a']);
    expect(events('<p>x<br>y<p>z', false)).toEqual(['<p', 'x', '<br', '/br', 'y', '/p', '<p', 'z', '/p']);
  });

  it('refuses what is nested without end, and takes any number of elements side by side', () => {
    expect(() => events('<a>'.repeat(5001))).toThrow(expect.objectContaining({ code: 'E_FILE_UNREADABLE' }));
    let count = 0;
    parseMarkup(`<a>${'<b/>'.repeat(20_000)}</a>`, { onopentag: () => void (count += 1) }, { xml: true });
    expect(count).toBe(20_001);
  });

  it('ends early where enough is known', () => {
    let count = 0;
    parseMarkup(
      `<a>${'<b/>'.repeat(100_000)}</a>`,
      { onopentag: () => void (count += 1) },
      { xml: true, isOver: () => count > 0 },
    );
    expect(count).toBeLessThan(20_000);
  });
});
