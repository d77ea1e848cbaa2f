import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const file = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Kitchen</title></titleStmt><sourceDesc><recordingStmt><recording type="audio"><media mimeType="audio/wav" url="rec/kitchen.wav"/></recording></recordingStmt></sourceDesc></fileDesc><profileDesc><particDesc><person xml:id="SPK0" n="ANN" sex="2" age="34"><persName>Anna</persName></person><person xml:id="SPK1"><persName><abbr>BEN</abbr></persName></person></particDesc></profileDesc></teiHeader><text><timeline unit="s"><when xml:id="T0" absolute="00:00:00"/><when xml:id="T1" interval="1.5" since="#T0"/><when xml:id="T2" interval="1.5" since="#T1"/></timeline><body>${body}</body></text></TEI>`;

describe('transcriptions in TEI', () => {
  it('give what each speaker says, with what is said of each word', async () => {
    const { documents, outline } = await openedFile(
      'a.xml',
      file(
        `<annotationBlock who="#SPK0" start="#T0" end="#T1"><u xml:id="u1"><seg type="utterance"><anchor synch="#T0"/><w xml:id="w1" lemma="the">The</w><w xml:id="w2">go<anchor synch="#T1"/>ats</w><pause/><vocal><desc>laughs</desc></vocal><w xml:id="w3">drank</w><pc>,</pc> <pc>“</pc><w xml:id="w4">water</w><pc>”</pc><pc>.</pc></seg><seg><w xml:id="w5">Yes</w></seg></u><spanGrp type="pos"><span from="#w1" to="#w1">DT</span><span from="#w2" to="#w2">NNS</span><span from="#w3" to="#w4">XX</span></spanGrp><spanGrp type="de"><span from="#T0" to="#T1">Die Ziegen tranken</span></spanGrp></annotationBlock><incident start="#T1" end="#T2"><desc>door</desc></incident><annotationBlock who="#SPK1" start="#T1" end="#T2"><u><seg><w>What</w><pc>?</pc></seg></u></annotationBlock>`,
      ),
    );
    expect(documents).toMatchObject([
      {
        part: 'ANN',
        whole: 'The goats drank, “water”.\n\nYes',
        metadata: {
          title: 'Kitchen',
          recording: 'kitchen.wav',
          speaker: 'ANN',
          name: 'Anna',
          age: '34',
          sex: '2',
        },
        words: {
          forms: ['The', 'goats', 'drank', 'water', 'Yes'],
          sentenceStarts: [0, 4],
          layers: [
            { name: 'lemma', kind: 'lemma', values: ['the', '', '', '', ''] },
            { name: 'pos', kind: 'pos', values: ['DT', 'NNS', '', '', ''] },
          ],
        },
        regions: [{ name: 'turn', times: { starts: [0, 0], ends: [1500, 1500] } }],
      },
      { part: 'BEN', whole: 'What?' },
    ]);
    expect(outline).toMatchObject({
      parts: [{ name: 'ANN' }, { name: 'BEN' }, { name: 'de' }],
      taken: ['ANN', 'BEN'],
    });
  });

  it('of utterances without words give their text', async () => {
    const source = file(
      `<u who="#SPK0" start="#T0" end="#T1"><anchor synch="#T0"/>the go<anchor synch="#T1"/>ats\n drank<incident><desc>cough</desc></incident></u><u who="#SPK1">and slept</u>`,
    );
    expect(await textsOf('a.xml', source)).toEqual([
      ['ANN', 'the goats drank'],
      ['BEN', 'and slept'],
    ]);
    // Elements may be chosen here too.
    expect(
      await textsOf('a.xml', source.replace('and slept', '<emph>and</emph> slept'), { take: ['emph'] }),
    ).toEqual([[undefined, 'and']]);
  });
});
