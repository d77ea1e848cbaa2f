import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const unit = (...variants: readonly (readonly [lang: string, seg: string])[]) =>
  `<tu tuid="x"><note>a note</note><prop type="p">a property</prop>${variants
    .map(([lang, seg]) => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`)
    .join('')}</tu>`;
const file = (...units: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="html"><note>of the header</note></header><body>${units.join('\n')}</body></tmx>`;

describe('translation memories', () => {
  const memory = file(
    unit(
      [
        'en-US',
        'Good <bpt i="1" x="1">&lt;b></bpt>morn<ph>{0}</ph>ing<ept i="1">&lt;/b></ept>, <hi type="x">world</hi>.',
      ],
      ['de', 'Guten Morgen, Welt.'],
    ),
    unit(
      ['DE', 'Nur\n  deutsch<ph>&lt;br/></ph>hier'],
      ['en-US', 'One<it pos="begin">&lt;a title="<sub>a title</sub>"></it> link'],
    ),
  );

  it('give the text of each language, without codes, notes and properties', async () => {
    const { documents, outline } = await openedFile('a.tmx', memory);
    expect(documents).toMatchObject([
      {
        part: 'en-US',
        language: 'en',
        whole: 'Good morning, world.\n\nOne link a title',
        metadata: { language: 'en-US' },
      },
      {
        part: 'de',
        language: 'de',
        whole: 'Guten Morgen, Welt.\n\nNur deutsch hier',
        regions: [{ name: 'segment', attributes: new Map([['unit', ['1', '2']]]) }],
      },
    ]);
    expect(outline).toMatchObject({
      parts: [
        { name: 'en-US', count: 2 },
        { name: 'de', count: 2 },
      ],
    });
  });

  it('give chosen languages, by their code in any case or the language alone', async () => {
    const parts = async (...take: readonly string[]) =>
      (await textsOf('a.xml', memory, { take })).map(([part]) => part);
    expect(await parts('en')).toEqual(['en-US']);
    expect(await parts('EN-us')).toEqual(['en-US']);
    expect(await parts('de')).toEqual(['de']);
    const both = file(unit(['pt', 'um'], ['pt-BR', 'dois']));
    expect(await textsOf('b.tmx', both, { take: ['pt'] })).toEqual([['pt', 'um']]);
    expect(await textsOf('b.tmx', both, { take: ['pt-BR'] })).toEqual([['pt-BR', 'dois']]);
  });

  it('of old versions say their language without a prefix; those that are cut off are refused', async () => {
    expect(await textsOf('a.tmx', memory.replaceAll('xml:lang', 'lang'), { take: ['de'] })).toEqual([
      ['de', 'Guten Morgen, Welt.\n\nNur deutsch hier'],
    ]);
    await expect(textsOf('a.tmx', memory.slice(0, -8))).rejects.toMatchObject({
      code: 'E_FILE_MALFORMED',
      details: { format: 'TMX', flaw: 'cut-off' },
    });
  });
});
