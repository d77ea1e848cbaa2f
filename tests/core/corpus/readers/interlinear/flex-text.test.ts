import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const item = (type: string, lang: string, text: string) =>
  `<item type="${type}" lang="${lang}">${text}</item>`;
const word = (txt: string, gls: string, pos: string, extra = '') =>
  `<word guid="g">${item('txt', 'seh', txt)}${item('txt', 'seh-fonipa', `/${txt}/`)}${extra}${item('gls', 'en', gls)}${item('gls', 'pt', `${gls}-pt`)}${item('pos', 'en', pos)}</word>`;
const mark = (sign: string) => `<word>${item('punct', 'seh', sign)}</word>`;
const text = (title: string, phrases: string) =>
  `<interlinear-text guid="x">${item('title', 'en', title)}${item('source', 'en', 'Ann')}<paragraphs><paragraph><phrases>${phrases}</phrases></paragraph></paragraphs><languages><language lang="seh" vernacular="true"/></languages><media-files offset-type=""><media guid="m" location="C:\\rec\\goats.wav"/></media-files></interlinear-text>`;
const file = (...texts: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><document version="2">${texts.join('')}</document>`;

const goats = text(
  'Goats',
  `<phrase begin-time-offset="100" end-time-offset="900" speaker="Kim">${item('segnum', 'en', '1')}<words>${mark('“')}${word('mbuzi', 'goat', 'n', `<morphemes><morph type="prefix">${item('txt', 'seh', 'm-')}${item('gls', 'en', 'CL9')}</morph><morph>${item('txt', 'seh', 'buzi')}${item('gls', 'en', 'goat')}</morph></morphemes>`)}${word('zinamwa', 'drink', 'v')}${mark(',')}${word('New York', 'NY', 'nprop')}${mark('.”')}</words>${item('gls', 'en', 'The goats drink.')}${item('lit', 'en', 'goats they drink')}</phrase><phrase><words>${word('pano', 'here', 'adv')}</words></phrase>`,
);

describe('texts of FieldWorks', () => {
  it('give their words, with what is said of each, and translations on choice', async () => {
    const { documents, outline } = await openedFile('a.flextext', file(goats));
    expect(documents).toMatchObject([
      {
        part: 'text',
        whole: '“mbuzi zinamwa, New York.”\n\npano',
        language: 'seh',
        metadata: { title: 'Goats', source: 'Ann', language: 'seh', recording: 'goats.wav' },
        words: { forms: ['mbuzi', 'zinamwa', 'New York', 'pano'], sentenceStarts: [0, 3] },
        regions: [{ times: { starts: [100, -1], ends: [900, -1] } }],
      },
    ]);
    const layers = documents[0]!.words!.layers!.map(({ name, kind, values }) => [name, kind, values[0]]);
    expect(layers).toEqual([
      ['txt', 'other', '/mbuzi/'],
      ['gls', 'gloss', 'goat'],
      ['gls_pt', 'gloss', 'goat-pt'],
      ['pos', 'pos', 'n'],
      ['morphemes', 'other', 'm- buzi'],
      ['morpheme_glosses', 'other', 'CL9 goat'],
    ]);
    expect(documents[0]!.regions![0]!.attributes.get('gls_en')).toEqual(['The goats drink.', '']);
    expect(documents[0]!.regions![0]!.attributes.get('speaker')).toEqual(['Kim', '']);
    expect(outline!.parts.map(({ name }) => name)).toEqual([
      'text',
      'phrase gls en',
      'phrase lit en',
      'word txt seh-fonipa',
      'word gls en',
      'word gls pt',
      'word pos en',
      'morph txt seh',
      'morph gls en',
    ]);
    expect(await textsOf('a.flextext', file(goats), { take: ['word gls pt'] })).toEqual([
      ['word gls pt', 'goat-pt drink-pt NY-pt\n\nhere-pt'],
    ]);
    expect(await textsOf('a.flextext', file(goats), { take: ['phrase gls en'] })).toEqual([
      ['phrase gls en', 'The goats drink.'],
    ]);
  });

  it('are several in one file, also those that have no words yet', async () => {
    const source = file(goats, text('Sheep', `<phrase>${item('txt', 'seh', 'Lorem ipsum.')}</phrase>`));
    expect(await textsOf('a.xml', source)).toEqual([
      ['Goats', '“mbuzi zinamwa, New York.”\n\npano'],
      ['Sheep', 'Lorem ipsum.'],
    ]);
    const both = await textsOf('a.flextext', source, { take: ['text', 'phrase gls en'] });
    expect(both.map(([part]) => part)).toEqual(['Goats/text', 'Goats/phrase gls en', 'Sheep']);
  });
});
