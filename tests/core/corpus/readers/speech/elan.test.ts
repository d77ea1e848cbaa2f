import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

interface Ref {
  readonly id: string;
  readonly on: string;
  readonly text: string;
  readonly behind?: string;
}

const slots = (...times: readonly (number | null)[]) =>
  `<TIME_ORDER>${times
    .map(
      (time, at) => `<TIME_SLOT TIME_SLOT_ID="ts${at + 1}"${time === null ? '' : ` TIME_VALUE="${time}"`}/>`,
    )
    .join('')}</TIME_ORDER>`;
const aligned = (id: string, from: number, to: number, text: string) =>
  `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="${id}" TIME_SLOT_REF1="ts${from}" TIME_SLOT_REF2="ts${to}"><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;
const referring = ({ id, on, text, behind }: Ref) =>
  `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${on}"${behind === undefined ? '' : ` PREVIOUS_ANNOTATION="${behind}"`}><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`;
const tier = (attributes: string, ...annotations: readonly string[]) =>
  `<TIER LINGUISTIC_TYPE_REF="t" ${attributes}>${annotations.join('\n')}</TIER>`;
const document = (content: string, header = '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="Ann" DATE="2020-01-02" FORMAT="3.0" VERSION="3.0">${header}${content}</ANNOTATION_DOCUMENT>`;

describe('ELAN', () => {
  it('gives annotations in the order of time, those without one between their neighbours', async () => {
    const source = document(
      slots(0, 1000, null, 3000, 2000) +
        tier(
          'TIER_ID="utt"',
          aligned('a4', 4, 4, 'fourth &amp; last'),
          aligned('a2', 3, 5, 'second'),
          aligned('a3', 5, 4, 'third'),
          aligned('a1', 1, 2, '<![CDATA[first]]>'),
        ),
    );
    expect(await textsOf('a.eaf', source)).toEqual([['utt', 'first\n\nsecond\n\nthird\n\nfourth & last']]);
    // A chain of words within one stretch that has times, in any order of the file.
    const chain = document(
      slots(0, null, null, 900, null) +
        tier(
          'TIER_ID="utt"',
          aligned('a4', 4, 5, 'four'),
          aligned('a3', 3, 4, 'three'),
          aligned('a2', 2, 3, 'two'),
          aligned('a1', 1, 2, 'one'),
        ),
    );
    expect(await textsOf('a.eaf', chain)).toEqual([['utt', 'one\n\ntwo\n\nthree\n\nfour']]);
  });

  const interlinear = document(
    slots(0, 1000, 2000) +
      tier(
        'TIER_ID="ref@K" PARTICIPANT="Kim"',
        aligned('r1', 2, 3, 'talk.002'),
        aligned('r2', 1, 2, 'talk.001'),
      ) +
      tier(
        'TIER_ID="tx@K" PARENT_REF="ref@K" PARTICIPANT="Kim"',
        referring({ id: 't1', on: 'r1', text: 'walilala' }),
        referring({ id: 't2', on: 'r2', text: 'mbuzi wanywa' }),
      ) +
      tier(
        'TIER_ID="mb@K" PARENT_REF="tx@K" PARTICIPANT="Kim"',
        referring({ id: 'w2', on: 't2', text: 'wanywa', behind: 'w1' }),
        referring({ id: 'w3', on: 't1', text: 'walilala' }),
        referring({ id: 'w1', on: 't2', text: 'mbuzi' }),
      ) +
      tier(
        'TIER_ID="ge@K" PARENT_REF="mb@K" PARTICIPANT="Kim"',
        referring({ id: 'g1', on: 'w1', text: 'goat' }),
        referring({ id: 'g3', on: 'w3', text: 'they.slept' }),
      ) +
      tier(
        'TIER_ID="ft@K" PARENT_REF="ref@K" PARTICIPANT="Kim"',
        referring({ id: 'f2', on: 'r2', text: 'The goats drink.' }),
      ),
    '<HEADER TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/Users/ann/Talk%20one.wav" MIME_TYPE="audio/x-wav"/></HEADER>',
  );

  it('leaves out tiers that hang on others, and numbers that texts hang on', async () => {
    const { documents, outline } = await openedFile('a.eaf', interlinear);
    expect(documents).toMatchObject([
      {
        part: 'tx@K',
        whole: 'mbuzi wanywa\n\nwalilala',
        metadata: {
          author: 'Ann',
          date: '2020-01-02',
          recording: 'Talk one.wav',
          tier: 'tx@K',
          participant: 'Kim',
        },
        regions: [
          {
            name: 'turn',
            attributes: new Map([
              ['speaker', ['Kim', 'Kim']],
              ['mb', ['mbuzi wanywa', 'walilala']],
            ]),
            times: { starts: [0, 1000], ends: [1000, 2000] },
          },
        ],
      },
    ]);
    expect(outline).toMatchObject({
      parts: ['ref@K', 'tx@K', 'mb@K', 'ge@K', 'ft@K'].map((name) => ({ name })),
      taken: ['tx@K'],
    });
  });

  it('gives the words of a tier below in their order, with what is said of each', async () => {
    const { documents } = await openedFile('a.eaf', interlinear, { take: ['mb@K'] });
    expect(documents[0]!.whole).toBe('mbuzi wanywa\n\nwalilala');
    expect(documents[0]!.words).toMatchObject({
      forms: ['mbuzi', 'wanywa', 'walilala'],
      sentenceStarts: [0, 2],
      layers: [{ name: 'ge', kind: 'gloss', values: ['goat', '', 'they.slept'] }],
    });
    expect(documents[0]!.regions![0]!.starts).toEqual([0, 14]);
  });

  it('is one text in the order of time where that is chosen', async () => {
    const talk = document(
      slots(0, 1000, 1500, 2500) +
        tier(
          'TIER_ID="A" PARTICIPANT="Ann"',
          aligned('a', 1, 2, 'are you coming'),
          aligned('c', 4, 4, 'good'),
        ) +
        tier('TIER_ID="B"', aligned('b', 3, 4, 'in a minute')),
    );
    const { documents } = await openedFile('a.eaf', talk, { split: 'file' });
    expect(documents).toMatchObject([
      {
        whole: 'are you coming\n\nin a minute\n\ngood',
        regions: [{ name: 'turn', attributes: new Map([['speaker', ['Ann', 'B', 'Ann']]]) }],
      },
    ]);
  });

  it('survives annotations that hang on themselves and chains without a beginning', async () => {
    const source = document(
      slots(0) +
        tier('TIER_ID="x"', aligned('a', 1, 1, 'above')) +
        tier(
          'TIER_ID="y" PARENT_REF="x"',
          referring({ id: 'b', on: 'b', text: 'one', behind: 'c' }),
          referring({ id: 'c', on: 'd', text: 'two', behind: 'b' }),
          referring({ id: 'd', on: 'c', text: 'three' }),
        ),
    );
    const [[, text]] = (await textsOf('a.eaf', source, { take: ['y'] })) as [[string, string]];
    expect(text.split(/\s+/).toSorted()).toEqual(['one', 'three', 'two']);
  });

  it('is told by its outermost element, with any prefix, and refused where it is cut off', async () => {
    const source = document(slots(0, 1) + tier('TIER_ID="x"', aligned('a', 1, 2, 'some words'))).replace(
      /<\?.*\?>/,
      '',
    );
    expect(await textsOf('a.txt', `<!-- <a> -->${source}`)).toEqual([['x', 'some words']]);
    const prefixed = source.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1e:');
    expect(await textsOf('a.eaf', prefixed)).toEqual([['x', 'some words']]);
    await expect(textsOf('a.eaf', source.slice(0, -30))).rejects.toMatchObject({
      code: 'E_FILE_MALFORMED',
      details: { format: 'ELAN', flaw: 'cut-off' },
    });
  });
});
