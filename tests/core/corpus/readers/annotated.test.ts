import { describe, expect, it } from 'vitest';
import { annotated } from '../../../../core/corpus/readers/annotated.ts';

const layersOf = (source: string) => {
  const { words } = annotated.read(source, {}, 'x.conllu').documents[0]!;
  return {
    forms: words!.forms,
    ...Object.fromEntries(words!.layers!.map(({ name, values }) => [name, values])),
  };
};

describe('annotated texts', () => {
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
    expect(layersOf('Anna\tB-PER\nslept\tO\n\n').forms).toEqual(['Anna', 'slept']);
    expect(layersOf('The\tDT\tthe\ngoats\tNNS\tgoat\n')).toEqual({
      forms: ['The', 'goats'],
      pos: ['DT', 'NNS'],
      lemma: ['the', 'goat'],
    });
  });

  it('as vertical text have neither declaration nor comments as words, and attributes may hold any sign', () => {
    const source =
      '<?xml version="1.0"?>\n<!-- #vrt positional-attributes: word lemma msd -->\n<text title="x > y">\n<s n="1">\ngoats\tgoat\tN\n<gap/>\n</s>\n</text>\n';
    const [one] = annotated.read(source, {}, 'x.conllu').documents;
    expect(one!.metadata).toEqual({ title: 'x > y' });
    expect(layersOf(source)).toEqual({ forms: ['goats'], lemma: ['goat'], msd: ['N'] });
    expect(one!.regions!.map(({ name, starts, ends }) => [name, starts, ends])).toEqual([
      ['s', [0], [5]],
      ['gap', [5], [5]],
    ]);
  });
});
