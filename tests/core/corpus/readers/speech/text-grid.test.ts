import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../../core/contract/errors.ts';
import { openedFile, textsOf } from '../opened-file.ts';

const header = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n';

/** A tier of intervals that follow one another, each a second long, in the long form. */
const intervals = (name: string, labels: readonly string[]) =>
  `class = "IntervalTier"\nname = "${name}"\nxmin = 0\nxmax = ${labels.length}\nintervals: size = ${labels.length}\n${labels
    .map(
      (label, at) =>
        `intervals [${at + 1}]:\nxmin = ${at}\nxmax = ${at + 1}\ntext = "${label.replaceAll('"', '""')}"\n`,
    )
    .join('')}`;

const grid = (...tiers: readonly string[]) =>
  `${header}xmin = 0 \nxmax = 9 \ntiers? <exists> \nsize = ${tiers.length} \nitem []: \n${tiers
    .map((tier, at) => `item [${at + 1}]:\n${tier}`)
    .join('')}`;

describe('TextGrids', () => {
  it('are read in the short form, with comments and several values on a line', async () => {
    const short = `"ooTextFile"\n"TextGrid"\n0 9 ! "all" of it\n<exists>\n2 tiers\n"IntervalTier" "one" ! not "this"\n0 9\n2 intervals coming\n0 1 "she said ""no"" !" ! it's 1\n1 9 ""\n"TextTier" "two" 0 9 1 point\n0.5 "H*"\n`;
    expect(await textsOf('a.TextGrid', short, { take: ['one', 'two'] })).toEqual([
      ['one', 'she said "no" !'],
      ['two', 'H*'],
    ]);
  });

  it('have points only when they are chosen, or where nothing else is said, and the report tells of them', async () => {
    const points = (name: string) =>
      `class = "TextTier"\nname = "${name}"\nxmin = 0\nxmax = 9\npoints: size = 1\npoints [1]:\nnumber = 0.5\nmark = "click"\n`;
    const both = grid(intervals('words', ['we said', '']), points('notes'));
    expect(await textsOf('a.TextGrid', both)).toEqual([['words', 'we said']]);
    expect((await openedFile('a.TextGrid', both)).leftOut()).toEqual([{ what: 'tiers', places: 1 }]);
    expect(await textsOf('a.TextGrid', both, { take: ['notes'] })).toEqual([['notes', 'click']]);
    expect((await openedFile('a.TextGrid', both, { take: ['notes'] })).leftOut()).toEqual([]);
    expect(await textsOf('a.TextGrid', grid(intervals('words', ['', '']), points('notes')))).toEqual([
      ['notes', 'click'],
    ]);
  });

  it('are told by what they hold, in UTF-16 too', async () => {
    const source = grid(intervals('words', ['grüße an alle', '']));
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(
        await textsOf('a.txt', Buffer.from(`\ufeff${source.replaceAll('\n', '\r\n')}`, encoding)),
      ).toEqual([['words', 'grüße an alle']]);
  });

  it('hold any label, also what is called as a part of the file is, over several lines', async () => {
    const labels = ['IntervalTier', 'xmin = 0 ! "x"', 'two\nlines', 'class = "TextTier"'];
    expect(await textsOf('a.TextGrid', grid(intervals('terms', labels), intervals('x', ['y'])))).toEqual([
      ['terms', 'IntervalTier\n\nxmin = 0 ! "x"\n\ntwo lines\n\nclass = "TextTier"'],
      ['x', 'y'],
    ]);
  });

  it('give every label once and nothing else, whatever it is', async () => {
    const label = fc
      .string({ unit: 'binary', maxLength: 30 })
      .filter((text) => text.isWellFormed() && !/[\\\p{Cc}\ufeff]/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(label, { minLength: 1, maxLength: 3 }), async (labels) => {
        const spaced = labels.map((text) => `a b ${text}`);
        const texts = await textsOf(
          'a.TextGrid',
          grid(intervals('t', spaced), intervals('u', ['end of it'])),
        );
        expect(texts[0]).toEqual([
          't',
          spaced.map((text) => text.replaceAll(/\s+/gu, ' ').trim()).join('\n\n'),
        ]);
        expect(texts[1]).toEqual(['u', 'end of it']);
      }),
      { numRuns: 15 },
    );
  });

  it('give each object of a collection its own name, whatever else lies in it', async () => {
    const collection = `File type = "ooTextFile"\nObject class = "Collection"\n\nsize = 3\nitem []:\nitem [1]:\nclass = "TextGrid"\nname = "ann"\nxmin = 0\nxmax = 2\ntiers? <exists>\nsize = 1\n${intervals('ort', ['first one'])}item [2]:\nclass = "Sound 2"\nname = "s"\nxmin = 0\nz [1] [1] = 0.5\nitem [3]:\nclass = "TextGrid"\nname = "ben"\nxmin = 0\nxmax = 2\ntiers? <exists>\nsize = 1\n${intervals('ort', ['second one'])}`;
    const { documents, outline } = await openedFile('a.Collection', collection, { take: ['ort'] });
    expect(documents.map(({ part, whole, metadata }) => [part, whole, metadata])).toEqual([
      ['ann', 'first one', { recording: 'ann', tier: 'ort' }],
      ['ben', 'second one', { recording: 'ben', tier: 'ort' }],
    ]);
    expect(outline).toMatchObject({ parts: [{ name: 'ort', count: 2 }], taken: ['ort'] });
  });

  it('are read in the order of time', async () => {
    const chronological = `"Praat chronological TextGrid text file"\n0 9 ! Time domain.\n2 ! Number of tiers.\n"IntervalTier" "one" 0 9\n"TextTier" "two" 0 9\n\n! one:\n1 0 1\n"first of one"\n\n! two:\n2 0.5\n"click ""!"""\n\n! one:\n1 1 2\n"second of one"\n`;
    expect(await textsOf('a.TextGrid', chronological, { take: ['one', 'two'] })).toEqual([
      ['one', 'first of one\n\nsecond of one'],
      ['two', 'click "!"'],
    ]);
    await expect(textsOf('a.TextGrid', `${chronological}\n3 4 5\n"none"\n`)).rejects.toMatchObject({
      code: 'E_FILE_MALFORMED',
      details: { file: 'a.TextGrid', line: 19, flaw: 'unknown-part' },
    });
  });

  it('that are cut off or broken are refused with the line', async () => {
    const whole = grid(intervals('words', ['one two', 'three four']));
    const refused = async (source: string): Promise<object> => {
      try {
        return await textsOf('a.TextGrid', source);
      } catch (error) {
        const { code, details } = error as AppError;
        return { code, ...details };
      }
    };
    expect(await refused(whole.slice(0, -14))).toMatchObject({
      code: 'E_FILE_MALFORMED',
      flaw: 'cut-off',
      line: 22,
    });
    expect(await refused(whole.replace('xmax = 2\ntext', 'xmax = two\ntext'))).toMatchObject({
      flaw: 'number-missing',
      line: 22,
    });
    expect(await refused(whole.replace('IntervalTier', 'Pitch'))).toMatchObject({
      flaw: 'unknown-part',
      line: 10,
    });
    // A quotation mark that nobody doubled.
    expect(await refused(whole.replace('one two', 'one "two'))).toMatchObject({ code: 'E_FILE_MALFORMED' });
  });
});

describe('tiers of single words', () => {
  const words = (sentences?: string) =>
    textsOf(
      'a.TextGrid',
      grid(
        intervals('words', ['the', 'goats', 'drank', '', 'then', '<sil>', 'they', 'slept']),
        `class = "IntervalTier"\nname = "utterances"\nxmin = 0\nxmax = 9\nintervals: size = 2\nxmin = 0 xmax = 5 text = "the goats drank then"\nxmin = 5 xmax = 9 text = "they slept"\n`
          .replaceAll(' xmax = 5', '\n5')
          .replaceAll(' xmax = 9 ', '\n9 '),
      ),
      { take: ['words'], ...(sentences === undefined ? {} : { sentences }) },
    );

  it('make sentences by pauses, by another tier, or word by word', async () => {
    expect(await words()).toEqual([['words', 'the goats drank\n\nthen\n\nthey slept']]);
    expect(await words('utterances')).toEqual([['words', 'the goats drank then\n\nthey slept']]);
    expect((await words('labels'))[0]![1]).toBe('the\n\ngoats\n\ndrank\n\nthen\n\n<sil>\n\nthey\n\nslept');
  });

  it('offer what may make their sentences, and lead back to the recording', async () => {
    const { documents, outline } = await openedFile(
      'a.TextGrid',
      grid(intervals('words', ['the', 'goats', 'drank', '', 'then', 'they', 'slept'])),
    );
    expect(outline).toMatchObject({ sentences: ['pauses', 'labels', 'words'], takenSentences: 'pauses' });
    expect(documents[0]!.regions).toEqual([
      {
        name: 'segment',
        starts: [0, 17],
        ends: [15, 32],
        attributes: new Map(),
        times: { starts: [0, 4000], ends: [3000, 7000] },
      },
    ]);
  });

  it('are not made of utterances in scripts without spaces', async () => {
    const labels = ['今天天气很好', '我们去公园吧', '那里有很多人', '他们都在唱歌'];
    expect(await textsOf('a.TextGrid', grid(intervals('zh', labels)))).toEqual([['zh', labels.join('\n\n')]]);
  });
});

describe('binary TextGrids', () => {
  const double = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value);
    return bytes;
  };
  const short = (value: number) => Buffer.from([value >> 8, value & 0xff]);
  const integer = (value: number) => Buffer.from([0, 0, value >> 8, value & 0xff]);
  const className = (name: string) => Buffer.concat([Buffer.from([name.length]), Buffer.from(name)]);
  const text = (value: string) =>
    /^[ -~]*$/.test(value)
      ? Buffer.concat([short(value.length), Buffer.from(value)])
      : Buffer.concat([
          short(0xffff),
          short(Array.from(value).length),
          Buffer.from(value, 'utf16le').swap16(),
        ]);
  const tiers = Buffer.concat([
    double(0),
    double(2),
    Buffer.from([1]),
    integer(2),
    className('IntervalTier'),
    text('wörter'),
    double(0),
    double(2),
    integer(2),
    ...[double(0), double(1), text('the \\sw "goats"')],
    ...[double(1), double(2), text('漢字 and 😀 end')],
    className('TextTier'),
    text('bell'),
    ...[double(0), double(2), integer(1), double(0.5), text('ding')],
  ]);
  const expected = [
    ['wörter', 'the ə "goats"\n\n漢字 and 😀 end'],
    ['bell', 'ding'],
  ];

  it('give the same as their text, alone and in collections', async () => {
    const one = Buffer.concat([Buffer.from('ooBinaryFile'), className('TextGrid'), tiers]);
    expect(await textsOf('a.TextGrid', one, { take: ['wörter', 'bell'] })).toEqual(expected);
    const two = Buffer.concat([
      Buffer.from('ooBinaryFile'),
      className('Collection'),
      integer(1),
      className('TextGrid'),
      text('ann'),
      tiers,
    ]);
    expect(await textsOf('a.Collection', two, { take: ['wörter', 'bell'] })).toEqual(
      expected.map(([part, whole]) => [`ann/${part}`, whole]),
    );
    await expect(textsOf('a.TextGrid', one.subarray(0, -3))).rejects.toMatchObject({
      code: 'E_FILE_UNREADABLE',
    });
  });

  it('beside other objects say what these are', async () => {
    const sounds = Buffer.concat([
      Buffer.from('ooBinaryFile'),
      className('Collection'),
      integer(1),
      className('Sound 2'),
    ]);
    await expect(textsOf('a.Collection', sounds)).rejects.toMatchObject({
      code: 'E_FORMAT_UNSUPPORTED',
      details: { format: 'Praat: Sound 2' },
    });
  });
});
