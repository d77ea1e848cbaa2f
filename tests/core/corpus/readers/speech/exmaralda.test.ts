import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const file = (tiers: string, convention = 'HIAT') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- (c) someone -->\n<basic-transcription><head><meta-information><project-name>P</project-name><transcription-name>Kitchen</transcription-name><referenced-file url="file:/C:/rec/kitchen.wav"/><ud-meta-information/><comment/><transcription-convention>${convention}</transcription-convention></meta-information><speakertable><speaker id="SPK0"><abbreviation>ANN</abbreviation><sex value="f"/><languages-used><language lang="eng"/></languages-used><l1><language lang="deu"/></l1><l2/><ud-speaker-information><ud-information attribute-name="Age">34</ud-information></ud-speaker-information><comment/></speaker><speaker id="SPK1"><abbreviation>BEN</abbreviation><sex value="m"/><languages-used/><l1/><l2/><ud-speaker-information/><comment/></speaker></speakertable></head><basic-body><common-timeline><tli id="T0" time="0.0"/><tli id="T1" time="1.5"/><tli id="T9"/><tli id="T2" time="3.0"/><tli id="T3" time="4.0"/></common-timeline>${tiers}</basic-body></basic-transcription>`;
const tier = (attributes: string, ...events: readonly (readonly [string, string, string])[]) =>
  `<tier ${attributes}>${events.map(([start, end, text]) => `<event start="${start}" end="${end}">${text}</event>`).join('')}</tier>`;

describe('EXMARaLDA', () => {
  const talk = file(
    tier(
      'id="TIE0" speaker="SPK0" category="v" type="t" display-name="ANN [v]"',
      ['T2', 'T3', 'back &amp; forth. '],
      ['T0', 'T1', 'The goats ((laughs)) dra'],
      ['T1', 'T9', 'nk. '],
    ) +
      tier('id="TIE1" speaker="SPK0" category="en" type="a" display-name="ANN [en]"', [
        'T0',
        'T9',
        'a translation',
      ]) +
      tier('id="TIE2" speaker="SPK1" category="v" type="t" display-name="BEN [v]"', [
        'T1',
        'T2',
        'What (1,5s) else? ',
      ]) +
      tier('id="TIE3" category="nn" type="d" display-name="[nn]"', ['T0', 'T1', 'door slams']),
  );

  it('gives what each speaker says, events in the order of the timeline, one behind the other without a gap', async () => {
    const { documents, outline } = await openedFile('a.exb', talk);
    expect(documents).toMatchObject([
      {
        part: 'ANN [v]',
        whole: 'The goats drank.\n\nback & forth.',
        language: 'en',
        metadata: {
          title: 'Kitchen',
          recording: 'kitchen.wav',
          convention: 'HIAT',
          speaker: 'ANN',
          sex: 'f',
          l1: 'deu',
          languages_used: 'eng',
        },
        regions: [
          { name: 'segment', starts: [0, 13], ends: [13, 16] },
          { name: 'en', starts: [0], ends: [16], attributes: new Map([['value', ['a translation']]]) },
          { name: 'turn', starts: [0, 18], ends: [16, 31], times: { starts: [-1, 3000], ends: [-1, 4000] } },
        ],
      },
      { part: 'BEN [v]', whole: 'What else?', metadata: { speaker: 'BEN', sex: 'm' } },
    ]);
    expect(outline).toMatchObject({
      parts: ['ANN [v]', 'ANN [en]', 'BEN [v]', '[nn]'].map((name) => ({ name })),
      taken: ['ANN [v]', 'BEN [v]'],
    });
    expect(await textsOf('a.exb', talk, { take: ['en'] })).toEqual([['ANN [en]', 'a translation']]);
    expect(await textsOf('a.exb', talk, { take: ['BEN'] })).toEqual([['BEN [v]', 'What else?']]);
  });

  it('sets events apart where none of them has a space of its own', async () => {
    const words = file(
      tier(
        'id="A" category="tok" type="t"',
        ['T0', 'T1', 'The'],
        ['T1', 'T2', 'goats'],
        ['T2', 'T3', '°h &lt;&lt;p> drank>'],
      ),
      '',
    );
    expect(await textsOf('a.exb', words)).toEqual([['tok', 'The goats drank>']]);
  });
});
