import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const form = (lang: string, text: string) => `<form lang="${lang}"><text>${text}</text></form>`;
const lift = `<?xml version="1.0" encoding="UTF-8"?>
<lift version="0.13" producer="x"><header><ranges><range id="r"><description>${form('en', 'of the range')}</description></range></ranges></header>
<entry id="a"><lexical-unit>${form('seh', 'mbuzi')}</lexical-unit><field type="f">${form('en', 'a field')}</field>
<variant>${form('seh', 'buzi')}</variant><note>${form('en', 'a note')}</note><etymology type="proto" source="s">${form('seh', '*budi')}</etymology>
<sense id="s"><grammatical-info value="Noun"/><gloss lang="en"><text>goat</text></gloss><gloss lang="pt"><text>cabra</text></gloss>
<definition>${form('en', 'an animal that <span class="x">climbs</span>')}</definition>
<example source="x">${form('seh', 'mbuzi zinamwa')}<translation>${form('en', 'goats drink')}</translation></example>
<reversal type="en">${form('en', 'goat (of)')}</reversal></sense></entry></lift>`;

describe('dictionaries in LIFT', () => {
  it('give the text of each language, headwords with part of speech and glosses', async () => {
    const { documents } = await openedFile('a.lift', lift);
    expect(documents.map(({ part, whole }) => [part, whole])).toEqual([
      ['seh', 'mbuzi\n\nbuzi\n\nmbuzi zinamwa'],
      ['en', 'goat\n\nan animal that climbs\n\ngoats drink'],
      ['pt', 'cabra'],
    ]);
    expect(documents[0]).toMatchObject({
      language: 'seh',
      words: {
        forms: ['mbuzi', 'buzi', 'mbuzi', 'zinamwa'],
        layers: [
          { name: 'pos', kind: 'pos', values: ['Noun', '', '', ''] },
          { name: 'gloss_en', kind: 'gloss', values: ['goat', '', '', ''] },
          { name: 'gloss_pt', kind: 'gloss', values: ['cabra', '', '', ''] },
        ],
      },
      regions: [{ attributes: new Map([['element', ['lexical-unit', 'variant', 'example']]]) }],
    });
    expect(await textsOf('a.lift', lift, { take: ['pt'] })).toEqual([['pt', 'cabra']]);
  });
});
