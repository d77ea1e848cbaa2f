import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const header = `@UTF8
@Begin
@Languages:	eng
@Participants:	CHI Ross Target_Child, MOT Mother
@ID:	eng|Brown|CHI|2;06.15|male|TD||Target_Child|||
@ID:	eng|Brown|MOT|||||Mother|||
@Media:	talk01, audio
@Date:	28-JUL-2001
`;
const file = (lines: string) => `${header}${lines}\n@End\n`;
const bullet = (from: number, to: number) => `\u0015${from}_${to}\u0015`;

/** What is counted of a main line. */
async function said(line: string): Promise<string> {
  const { documents } = await openedFile('a.cha', file(`*MOT:\t${line}\n*MOT:\tstop .`));
  const whole = documents[0]!.whole.split('\n\n');
  return whole.length === 1 ? '' : whole[0]!;
}

describe('main lines of CHAT', () => {
  it.each([
    // Said again and corrected: it was said.
    ['where is the <the dog> [//] cat ?', 'where is the the dog cat?'],
    ['I [/] <I want> [///] give me [/-] that .', 'I I want give me that.'],
    // Replaced.
    ['he gone [: went] and <lotta things> [: lots of things] .', 'he went and lots of things.'],
    ['tika@u [: kitty] [* p:n] [//] kitty .', 'kitty kitty.'],
    // Shortened, lengthened, stressed, with pauses within.
    [
      "(be)cause gettin(g) I do(n't) no:: ˈhello o^kay rub≠ber le~ha .",
      "because getting I don't no hello okay rubber leha.",
    ],
    // Forms, languages, parts of speech.
    ['mama@f run@x hao3@s:zho merci@s chup_chup@o go$v .', 'mama run hao3 merci chup_chup go.'],
    ['the merry-go-round and ice+cream .', 'the merry-go-round and ice+cream.'],
    // Not words of the speaker.
    ['&-uh &+fr &~baba &=laughs &=clears:throat mine &*INV:yeah_mhm .', 'mine.'],
    ['xxx yyy www xxx@s:eng uh@fp fine .', 'fine.'],
    ['0is he 0 [=! cries] here .', 'he here.'],
    ['I (.) want (..) a (...) b (1.5) c (2:3.4) # d .', 'I want a b c d.'],
    // Overlaps, scope, comments, codes.
    [
      'if <some time> [>1] ⌈2 or ⌉2 <<we two> [?]> [<] [!!] go [= away] [=! loud] [% x] [^ y] [*] [+ bch] .',
      'if some time or we two go.',
    ],
    ['[- spa] quiero “galletas” ahora .', 'quiero galletas ahora.'],
    // Links and ends.
    ['+< +, and then she +...', 'and then she…'],
    ['+" what is it +/?', 'what is it?'],
    ['so he left +"/.', 'so he left.'],
    ['well , no „ or ‡ yes !', 'well, no, or, yes!'],
    ['°softly° ↑up and ∆fast∆ laἩgh done.', 'softly up and fast lagh done.'],
    ['&=yawn .', ''],
    ['0 .', ''],
  ])('%s', async (line, words) => {
    expect(await said(line)).toBe(words);
  });
});

describe('CHAT', () => {
  it('gives a text for each speaker, with age, role and the recording as fields', async () => {
    const { documents, outline } = await openedFile(
      'a.cha',
      file(
        `*CHI:\tmore cookie . ${bullet(100, 900)}\n%com:\tpoints at\n\tthe shelf\n*MOT:\tno more cookies ,\n\tthey are gone . ${bullet(950, 2000)}\n*CHI:\tmore !`,
      ),
    );
    expect(documents).toMatchObject([
      {
        part: 'CHI',
        whole: 'more cookie.\n\nmore!',
        metadata: {
          speaker: 'CHI',
          name: 'Ross',
          role: 'Target_Child',
          age: '2;06.15',
          months: 30.5,
          sex: 'male',
          group: 'TD',
          corpus: 'Brown',
          language: 'eng',
          languages: 'eng',
          date: '2001-07-28',
          recording: 'talk01',
        },
        regions: [{ name: 'turn', times: { starts: [100, -1], ends: [900, -1] } }],
      },
      { part: 'MOT', whole: 'no more cookies, they are gone.', metadata: { role: 'Mother' } },
    ]);
    expect(outline).toMatchObject({
      kind: 'tiers',
      parts: [
        { name: 'CHI', count: 2 },
        { name: 'MOT', count: 1 },
        { name: '%com', count: 1, sample: 'points at the shelf' },
      ],
      taken: ['CHI', 'MOT'],
    });
    expect(await textsOf('a.cha', file('*CHI:\tmore .\n%com:\tpoints'), { take: ['%com'] })).toEqual([
      ['%com', 'points'],
    ]);
    expect(await textsOf('a.cha', file('*CHI:\tmore .\n*MOT:\tno .'), { take: ['*MOT'] })).toEqual([
      ['MOT', 'no.'],
    ]);
  });

  it('is one text in the order of the talk where that is chosen', async () => {
    const { documents } = await openedFile('a.cha', file('*MOT:\tone .\n*CHI:\ttwo .\n*MOT:\tthree .'), {
      split: 'file',
    });
    expect(documents).toMatchObject([
      {
        whole: 'one.\n\ntwo.\n\nthree.',
        regions: [{ attributes: new Map([['speaker', ['MOT', 'CHI', 'MOT']]]) }],
      },
    ]);
  });

  it('keeps lemma, part of speech and relations with the words that they are about', async () => {
    const { documents } = await openedFile(
      'a.cha',
      file(
        `*CHI:\tit's [/] it's &-uh going [: gone] , ice+cream xxx .\n%mor:\tpro|it~cop|be&3S part|go-PRESP&X=gehen cm|cm n|+n|ice+n|cream .\n%gra:\t1|2|SUBJ 2|3|AUX 3|0|ROOT 4|3|LP 5|3|OBJ 6|3|PUNCT`,
      ),
    );
    expect(documents[0]!.words!.forms).toEqual(["it's", "it's", 'gone', 'ice+cream']);
    expect(
      Object.fromEntries(documents[0]!.words!.layers!.map(({ name, values }) => [name, values])),
    ).toEqual({
      retracing: ['/', '', '', ''],
      lemma: ['', 'it~be', 'go', 'ice+cream'],
      pos: ['', 'pro~cop', 'part', 'n'],
      features: ['', '~3S', 'PRESP&X', ''],
      relation: ['', 'SUBJ', 'ROOT', 'OBJ'],
      head: ['', '2', '0', '3'],
      said: ['', '', 'going', ''],
    });
    expect(await textsOf('a.cha', file('*CHI:\tdogs .\n%mor:\tn|dog-PL .'), { take: ['%mor'] })).toEqual([
      ['%mor', 'dog'],
    ]);
  });

  it('gives words no analysis that does not fit them', async () => {
    const { documents } = await openedFile('a.cha', file('*CHI:\tone two three .\n%mor:\tnum|one num|two .'));
    expect(documents[0]!.words).not.toHaveProperty('layers');
  });

  it('is told by what it holds, in old encodings and with the line ends of Windows', async () => {
    const old = file('*CHI:\tgar\xe7on et fille .').replace('@UTF8\n', '').replaceAll('\n', '\r\n');
    expect(await textsOf('a.txt', Buffer.from(old, 'latin1'))).toEqual([['CHI', 'garçon et fille.']]);
    expect(await textsOf('a.cha', '*CHI:\tno header .\n')).toEqual([['CHI', 'no header.']]);
  });
});
