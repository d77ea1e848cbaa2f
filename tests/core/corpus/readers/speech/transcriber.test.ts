import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const file = (turns: string) =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans scribe="ann" audio_filename="radio" version="1" version_date="010203" xml:lang="fr">\n<Topics><Topic id="to1" desc="weather"/></Topics>\n<Speakers>\n<Speaker id="spk1" name="Anna" type="female" dialect="native" accent="" scope="local"/>\n<Speaker id="spk2" name="Ben" type="male"/>\n</Speakers>\n<Episode program="Today" air_date="981217">\n<Section type="report" topic="to1" startTime="0" endTime="9">\n${turns}</Section>\n</Episode>\n</Trans>\n`;

describe('Transcriber', () => {
  it('gives what each speaker says, whatever stands between the words', async () => {
    const source = file(
      `<Turn speaker="spk1" startTime="0" endTime="3.5">\n<Sync time="0"/>\nles ch\xe8vres<Event desc="b" type="noise" extent="instantaneous"/>boivent\n<Sync time="1.25"/>\n<Comment desc="not sure"/>de l'eau\n<Background time="2" type="music" level="high"/>\n</Turn>\n<Turn startTime="3.5" endTime="4"><Sync time="3.5"/>jingle</Turn>\n<Turn speaker="spk1 spk2" startTime="4" endTime="6">\n<Sync time="4"/>\n<Who nb="1"/>\noui\n<Who nb="2"/>\nbien s\xfbr\n</Turn>\n`,
    );
    const { documents } = await openedFile('a.trs', Buffer.from(source, 'latin1'));
    expect(documents).toMatchObject([
      {
        part: 'Anna',
        whole: "les chèvres boivent de l'eau\n\noui",
        language: 'fr',
        metadata: {
          speaker: 'Anna',
          sex: 'female',
          dialect: 'native',
          recording: 'radio',
          program: 'Today',
          date: '981217',
          transcriber: 'ann',
        },
        regions: [
          {
            name: 'segment',
            starts: [0, 20],
            ends: [19, 28],
            times: { starts: [0, 1250], ends: [1250, 3500] },
          },
          {
            name: 'turn',
            attributes: new Map([
              ['topic', ['weather', 'weather']],
              ['speaker', ['Anna', 'Anna']],
            ]),
          },
        ],
      },
      { part: 'no speaker', whole: 'jingle' },
      { part: 'Ben', whole: 'bien sûr', metadata: { sex: 'male' } },
    ]);
    expect(
      await textsOf('a.trs', Buffer.from(source, 'latin1'), { take: ['Ben', 'spk1'], split: 'file' }),
    ).toEqual([[undefined, "les chèvres boivent de l'eau\n\noui\n\nbien sûr"]]);
  });
});
