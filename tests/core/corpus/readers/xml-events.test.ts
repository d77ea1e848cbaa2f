import { describe, expect, it } from 'vitest';
import { readXml } from '../../../../core/corpus/readers/xml-events.ts';

function told(source: string): readonly string[] {
  const events: string[] = [];
  readXml(source, 'X', {
    open: (name, attributes) => events.push(`<${name} ${JSON.stringify(attributes)}`),
    text: (text) => events.push(text),
    close: (name) => events.push(`>${name}`),
  });
  return events;
}

describe('XML that is data', () => {
  it('is told in its order, names without prefixes', () => {
    expect(
      told('<?xml version="1.0"?><p:a x:b="1" xml:lang="en"><c/>text &amp; <![CDATA[<more>]]></p:a>'),
    ).toEqual(['<a {"b":"1","xml:lang":"en"}', '<c {}', '>c', 'text & <more>', '>a']);
  });

  it.each([
    ['<a>\n<b>x\n</a>', 'element-open', 3],
    ['<a t="</a>">\n<!-- </b> -->\n<b>x</c>\n</b>\n<d>y</a>', 'element-open', 3],
    ['<a>\n<b>x</b>\n', 'cut-off', 3],
    ['<a>\n<b', 'cut-off', 2],
    ['', 'cut-off', 1],
  ])('is refused where elements are not closed as they were opened: %j', (source, flaw, line) => {
    expect(() => told(source)).toThrow(
      expect.objectContaining({ code: 'E_FILE_MALFORMED', details: { format: 'X', flaw, line } }),
    );
  });
});
