import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const goats = `\\_sh v3.0  400  Text

\\id Goats
\\ti The goats

\\ref Goats.001
\\ELANBegin 1.500
\\ELANEnd 2.750
\\ELANParticipant Kim
\\tx mbuzi   zinamwa,
\\mb m-buzi  zi-namwa
\\ge CL-goat CL-drink
\\ps n       v
\\tx madzi
\\mb madzi
\\ge water
\\ps n
\\ft The goats
drink water.

\\ref Goats.002
\\tx pano
\\ft Here.
`;

describe('texts in standard format', () => {
  it('give their lines of text, with what stands below each word', async () => {
    const { documents, outline } = await openedFile('goats.txt', goats);
    expect(documents).toMatchObject([
      {
        part: 'tx',
        whole: 'mbuzi zinamwa, madzi\n\npano',
        metadata: { id: 'Goats', ti: 'The goats' },
        words: {
          forms: ['mbuzi', 'zinamwa', 'madzi', 'pano'],
          sentenceStarts: [0, 3],
          layers: [
            { name: 'mb', values: ['m-buzi', 'zi-namwa', 'madzi', ''] },
            { name: 'ge', kind: 'gloss', values: ['CL-goat', 'CL-drink', 'water', ''] },
            { name: 'ps', kind: 'pos', values: ['n', 'v', 'n', ''] },
          ],
        },
        regions: [{ times: { starts: [1500, -1], ends: [2750, -1] } }],
      },
    ]);
    const { attributes } = documents[0]!.regions![0]!;
    expect(attributes.get('ft')).toEqual(['The goats drink water.', 'Here.']);
    expect(attributes.get('speaker')).toEqual(['Kim', '']);
    expect(outline).toMatchObject({ taken: ['tx'] });
    expect(await textsOf('goats.txt', goats.replaceAll('\n', '\r\n'), { take: ['ft'] })).toEqual([
      ['ft', 'The goats drink water.\n\nHere.'],
    ]);
  });

  it('keep columns that were counted in bytes, and items that keep none but are as many', async () => {
    const layersOf = async (record: string) => {
      const { documents } = await openedFile('a.txt', `\\_sh v3.0 400 Text\n\\ref 1\n${record}\n`);
      return Object.fromEntries(
        (documents[0]!.words!.layers ?? []).map(({ name, values }) => [name, values]),
      );
    };
    // The second word begins at column 8 of bytes and 5 of letters.
    expect(await layersOf('\\tx áéí  two\n\\mb a- b    two\n\\ge x y z w')).toEqual({ mb: ['a- b', 'two'] });
    expect(await layersOf('\\tx áéí  two\n\\mb á- í  two')).toEqual({ mb: ['á- í', 'two'] });
    expect(await layersOf('\\tx one two\n\\ge eins zwei')).toEqual({ ge: ['eins', 'zwei'] });
  });

  it('are several where there are several ids, and dictionaries give headwords and examples', async () => {
    const two = `${goats}\n\\id Sheep\n\\ref 1\n\\tx nkhosa\n`;
    expect((await textsOf('a.txt', two)).map(([part]) => part)).toEqual(['Goats', 'Sheep']);
    const dictionary =
      '\\_sh v3.0  400  MDF 4.0\n\\lx mbuzi\n\\ps n\n\\ge goat\n\\xv mbuzi zinamwa madzi\n\\xe the goats drink water\n\\dt 01/Jan/2001\n\n\\lx nkhosa\n\\ps n\n\\ge sheep\n';
    const { documents } = await openedFile('lex.db', dictionary);
    expect(documents.map(({ part, whole }) => [part, whole])).toEqual([
      ['lx', 'mbuzi\n\nnkhosa'],
      ['xv', 'mbuzi zinamwa madzi'],
    ]);
    expect(documents[0]!.words!.layers).toMatchObject([
      { name: 'pos', values: ['n', 'n'] },
      { name: 'gloss', values: ['goat', 'sheep'] },
    ]);
    expect(await textsOf('lex.db', dictionary, { take: ['xe'] })).toEqual([['xe', 'the goats drink water']]);
  });

  it('are told from other files with backslashes', async () => {
    const latex =
      '\\documentclass{article}\n\\begin{document}\n\\tx is no command\nText that goes on\nand on\nand on\n';
    await expect(openedFile('a.txt', latex)).rejects.toMatchObject({ details: { format: 'LaTeX' } });
    expect((await openedFile('b.txt', latex.replace(/^.*\n/, ''))).outline).toBeUndefined();
  });
});
