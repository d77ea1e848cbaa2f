import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../../core/contract/errors.ts';
import { annotated } from '../../../../../core/corpus/readers/annotated/annotated.ts';
import { openedFile } from '../opened-file.ts';

const layersOf = (source: string, file = 'x.conllu'): Readonly<Record<string, readonly string[]>> => {
  const { words } = annotated.read(source, {}, file).documents[0]!;
  return {
    forms: words!.forms,
    ...Object.fromEntries(words!.layers!.map(({ name, values }) => [name, values])),
  };
};

describe('annotated texts', () => {
  it('are told from markup that has an element for each word', () => {
    const words =
      'the goats drank water and then they slept until morning came over the hills and woke all of them early in the cold'.split(
        ' ',
      );
    const accepts = (between: string, name: string) =>
      annotated.accepts(name, Buffer.from(`<p>${words.map((word) => `<w>${word}</w>`).join(between)}</p>`));
    for (const between of ['', ' ', '\n']) expect(accepts(between, 'a.xml')).toBe(false);
    const tagged = words.map((word, at) => `${word}/${at % 2 === 0 ? 'dt' : 'nn'}`).join(' ');
    expect(annotated.accepts('a.txt', Buffer.from(`${tagged} \n`))).toBe(true);
  });

  it('need no numbers where their columns are named', () => {
    const source = '# global.columns = LEMMA FORM UPOS\nder\tDie\tDET\nZiege\tZiegen\tNOUN\n';
    expect(layersOf(source, 'x.conllup')).toEqual({
      forms: ['Die', 'Ziegen'],
      lemma: ['der', 'Ziege'],
      upos: ['DET', 'NOUN'],
    });
  });

  it('keep what CoNLL-U says of words; a contraction has the values of its parts', () => {
    const rows = [
      '1-2\tdu\t_\t_\t_\t_',
      '1\tde\tde\tADP\t_\t_',
      '2\tle\tle\tDET\t_\tGender=Masc',
      '3\tpain\tpain\tNOUN\t_\t_',
    ];
    const source = rows.map((row) => `${row}\t_\t_\t_\t_\n`).join('');
    expect(layersOf(source)).toEqual({
      forms: ['du', 'pain'],
      lemma: ['de+le', 'pain'],
      upos: ['ADP+DET', 'NOUN'],
      feats: ['Gender=Masc'],
    });
  });

  it('have the columns that global.columns names', () => {
    const source =
      '# global.columns = ID FORM LEMMA PARSEME:MWE\n1\tgoats\tgoat\t*\n2\tdrank\tdrink\t1:VID\n';
    expect(layersOf(source)).toMatchObject({ forms: ['goats', 'drank'], parseme_mwe: ['*', '1:VID'] });
  });

  it('are read by their first column where nothing numbers the words', () => {
    expect(layersOf('Anna\tB-PER\nslept\tO\n\n', 'x.conll')['forms']).toEqual(['Anna', 'slept']);
    expect(layersOf('The\tDT\tthe\ngoats\tNNS\tgoat\n', 'x.conll')).toEqual({
      forms: ['The', 'goats'],
      pos: ['DT', 'NNS'],
      lemma: ['the', 'goat'],
    });
  });

  it('as vertical text have neither declaration nor comments as words, and attributes may hold any sign', () => {
    const source =
      '<?xml version="1.0"?>\n<!-- #vrt positional-attributes: word lemma msd -->\n<text title="x > y">\n<s n="1">\ngoats\tgoat\tN\n<gap/>\n</s>\n</text>\n';
    const [one] = annotated.read(source, {}, 'x.vrt').documents;
    expect(one!.metadata).toEqual({ title: 'x > y' });
    expect(layersOf(source, 'x.vrt')).toEqual({ forms: ['goats'], lemma: ['goat'], msd: ['N'] });
    expect(one!.regions!.map(({ name, starts, ends }) => [name, starts, ends])).toEqual([
      ['s', [0], [5]],
      ['gap', [5], [5]],
    ]);
  });

  it('of TreeTagger are told by looking, whatever they are called; its full stops end sentences', async () => {
    const rows = ['Die\tART\tdie', 'Ziegen\tNN\tZiege', 'tranken\tVVFIN\ttrinken', '.\t$.\t.'];
    const source = `${[...rows, ...rows, ...rows].join('\n')}\n`;
    const { documents } = await openedFile('notes.txt', source);
    expect(documents[0]!.whole).toBe('Die Ziegen tranken .\nDie Ziegen tranken .\nDie Ziegen tranken .');
    expect(documents[0]!.words).toMatchObject({ sentenceStarts: [0, 4, 8] });
    expect(layersOf(source, 'notes.txt')['pos']?.slice(0, 4)).toEqual(['ART', 'NN', 'VVFIN', '$.']);
  });

  it('of the shared tasks on names are read between their empty lines', () => {
    const source =
      '-DOCSTART- -X- O O\n\nAnna NNP B-NP B-PER\nslept VBD B-VP O\nin IN B-PP O\nUlm NNP B-NP B-LOC\n\nShe PRP B-NP O\nwoke VBD B-VP O\nup RP O O\n. . O O\n';
    const { forms, ...layers } = layersOf(source, 'train.txt');
    expect(forms).toEqual(['Anna', 'slept', 'in', 'Ulm', 'She', 'woke', 'up', '.']);
    expect(layers).toMatchObject({ ner: ['B-PER', 'O', 'O', 'B-LOC', 'O', 'O', 'O', 'O'] });
  });

  it('with a row of other columns are refused with its line', () => {
    const row = (number: number) => `${number}\tgoats\tgoat\tNOUN\t_\t_\t0\troot\t_\t_\n`;
    expect(() => annotated.read(`${row(1)}2\tdrank\n`, {}, 'x.conllu')).toThrow(
      new AppError('E_FILE_MALFORMED', { format: 'CoNLL', line: 2, flaw: 'columns-differ' }),
    );
    expect(() => annotated.read('1 goats goat NOUN\n', {}, 'x.conllu')).toThrow(/E_FILE_MALFORMED/u);
  });

  it('of any columns have their word behind its number, behind a tag, or first, whatever parts the columns', () => {
    expect(layersOf('EU NNP I-NP I-ORG\nrejects VBZ I-VP O\n', 'x.conll')).toEqual({
      forms: ['EU', 'rejects'],
      pos: ['NNP', 'VBZ'],
      chunk: ['I-NP', 'I-VP'],
      ner: ['I-ORG', 'O'],
    });
    const of2012 = (number: number, word: string) => `nw/a   0   ${number}    ${word}   NN   (NP*   -\n`;
    const source = `#begin document (nw/a); part 000\n${of2012(0, 'Goats')}${of2012(1, 'slept')}\n${of2012(0, 'Cows')}${of2012(1, 'ate')}#end document\n`;
    expect(layersOf(source, 'a.gold_conll')).toMatchObject({
      forms: ['Goats', 'slept', 'Cows', 'ate'],
      pos: ['NN', 'NN', 'NN', 'NN'],
    });
    expect(layersOf('O\tThe\nB-PER\tAnna\nO\tslept\n', 'x.bio')['forms']).toEqual(['The', 'Anna', 'slept']);
    expect(layersOf('1_1\tDie\tdie\tART\n1_2\tKuh\tKuh\tNN\n', 'x.conll')['forms']).toEqual(['Die', 'Kuh']);
  });

  it('named as tables are told by their sentences', async () => {
    const source = '# of somewhere\n1\tAnna\tB-PER\tO\n2\tschlief\tO\tO\n\n1\tSie\tO\tO\n2\taß\tO\tO\n';
    const { documents } = await openedFile('ner-dev.tsv', source);
    expect(documents[0]!.words!.forms).toEqual(['Anna', 'schlief', 'Sie', 'aß']);
    const table = await openedFile('x.tsv', 'text\tyear\nthe goats\t1850\n');
    expect(table.documents[0]!.words).toBeUndefined();
  });

  it('keep a space within a word as the space that it is', () => {
    expect(
      layersOf('1\tNew\u00a0York\tNY\tPROPN\t_\t_\t0\t_\t_\t_\n2\ta b\t_\t_\t_\t_\t_\t_\t_\t_\n')['forms'],
    ).toEqual(['New York', 'a b']);
  });

  it('as vertical text are told by their tags, several of which may stand in a line, and have the fields of outer elements', async () => {
    const source =
      '<corpus id="c">\n<doc id="b" year="1850"><text id="one">\ngoats\tN\nA&#38;T\tN\n</text>\n<text id="two"><s>\nslept\tV\n</s></text></doc>\n<doc id="d" year="1860">\n<\tSYM\n</doc>\n</corpus>\n';
    const { documents } = await openedFile('b.txt', source);
    expect(documents.map(({ words, metadata, part }) => [part, words!.forms, metadata])).toEqual([
      ['one', ['goats', 'A&T'], { id: 'one', doc_id: 'b', year: '1850', corpus_id: 'c' }],
      ['two', ['slept'], { id: 'two', doc_id: 'b', year: '1850', corpus_id: 'c' }],
      ['d', ['<'], { id: 'd', year: '1860', corpus_id: 'c' }],
    ]);
  });

  it('are no lines of running text, whatever they are called', () => {
    expect(() => annotated.read('Goats slept here.\nThey drank, too.\n', {}, 'x.vert')).toThrow(
      new AppError('E_FILE_MALFORMED', { format: 'one word a line', line: 1, flaw: 'columns-differ' }),
    );
  });

  it('may begin with any number of empty lines', () => {
    const empty = '\n'.repeat(500);
    expect(layersOf(`${empty}goats\tNNS\tgoat\n`, 'x.vrt')['forms']).toEqual(['goats']);
    expect(layersOf(`${empty}1\tgoats\tgoat\n`, 'x.conll')['forms']).toEqual(['goats']);
  });
});
