import { describe, expect, it } from 'vitest';
import { gatherRegions, layerName } from '../../../../core/corpus/readers/regions.ts';

describe('regions of a text', () => {
  it('lie within one another and keep their attributes', () => {
    const regions = gatherRegions();
    regions.open('div', 0, { attributes: { type: 'act' } });
    regions.open('div', 3, { attributes: { n: '2' } });
    regions.add('pause', 5, 5);
    regions.close('div', 7);
    regions.close('div', 9);
    expect(regions.all(10)).toEqual([
      {
        name: 'div',
        starts: [0, 3],
        ends: [9, 7],
        attributes: new Map([
          ['type', ['act', '']],
          ['n', ['', '2']],
        ]),
      },
      { name: 'pause', starts: [5], ends: [5], attributes: new Map() },
    ]);
  });

  it('end with the text where nobody ended them, and lead to the recording where a time is known', () => {
    const regions = gatherRegions();
    regions.open('turn', 2, { attributes: { speaker: 'CHI' } });
    regions.add('turn', 4, 99, { time: { start: 10, end: 20 } });
    regions.close('turn', 5);
    regions.close('turn', 6);
    regions.open('turn', 7);
    expect(regions.all(8)).toEqual([
      {
        name: 'turn',
        starts: [2, 4, 7],
        ends: [5, 8, 8],
        attributes: new Map([['speaker', ['CHI', '', '']]]),
        times: { starts: [-1, 10, -1], ends: [-1, 20, -1] },
      },
    ]);
  });

  it('are none where nothing was marked', () => {
    expect(gatherRegions().all(5)).toBeUndefined();
  });

  it('are called by names that a query can say', () => {
    expect(['mor', 'xml:lang', '9', 'wort art', 'Wörter-2'].map(layerName)).toEqual([
      'mor',
      'xml_lang',
      '_9',
      'wort_art',
      'Wörter-2',
    ]);
  });
});
