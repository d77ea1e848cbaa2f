import type { KeynessMeasure, KeywordRow } from '../../../core/contract/query.ts';
import type { Column } from '../../parts/column.ts';
import type { Interface } from '../../state/interface.svelte.ts';
import type { Words } from './Words.en.ts';

/** What the tests say of a word, by the word. */
export type Tested = ReadonlyMap<string, Pick<KeywordRow, 'rankSumP' | 'permutationP'>>;

/** Measures that have a column of their own; any other takes the place of the first while rows are ordered by it. */
const always: readonly KeynessMeasure[] = ['logRatio', 'logLikelihood'];

const decimalsOf: Readonly<Partial<Record<KeynessMeasure, number>>> = {
  logLikelihood: 1,
  twoTermLikelihood: 1,
  textLogLikelihood: 1,
  bayesFactor: 1,
  percentDifference: 0,
};

type Says = Pick<Interface, 'whole' | 'fixed' | 'short' | 't'>;

const column = (
  id: keyof KeywordRow,
  name: string,
  note: string,
  width: string,
  shown: (value: number) => string,
): Column<KeywordRow> => ({
  id,
  name,
  note,
  kind: 'number',
  width,
  shown: (row) => {
    const value = row[id] as number | null;
    return value === null || Number.isNaN(value) ? '–' : value === Infinity ? '∞' : shown(value);
  },
  value: (row) => row[id],
});

function measureColumn(measure: KeynessMeasure, ui: Says, t: Words): Column<KeywordRow> {
  const places = decimalsOf[measure] ?? 2;
  return {
    ...column(measure, t.measures[measure], t.measureNotes[measure], '78px', (n) => ui.fixed(n, places)),
    sortable: true,
  };
}

const word = (ui: Says): Column<KeywordRow> => ({
  id: 'word',
  name: ui.t.parts.word,
  kind: 'word',
  width: '124px',
  shown: (row) => row.word,
  value: (row) => row.word,
});

const counts = (ui: Says, t: Words): readonly Column<KeywordRow>[] => [
  column('target', t.inTarget, t.inTargetNote, '62px', ui.whole),
  column('reference', t.inReference, t.inReferenceNote, '78px', ui.whole),
  column('targetTexts', t.targetTexts, t.targetTextsNote, '52px', ui.whole),
  column('referenceTexts', t.referenceTexts, t.referenceTextsNote, '76px', ui.whole),
  column('dispersion', t.dispersion, t.dispersionNote, '48px', (n) => ui.fixed(n, 2)),
];

/** Smaller ones than this are no different to anybody. */
const leastP = 0.0001;

const fisher = (ui: Says, t: Words): Column<KeywordRow> =>
  column('fisherP', t.fisher, t.fisherNote, '80px', (p) =>
    p < leastP ? `< ${ui.short(leastP)}` : ui.short(p),
  );

/** @param tested null where no test was asked for */
const tests = (tested: Tested | null, ui: Says, t: Words): readonly Column<KeywordRow>[] =>
  tested === null
    ? []
    : [
        fisher(ui, t),
        ...(
          [
            ['rankSumP', t.rankSum, t.rankSumNote],
            ['permutationP', t.permutation, t.permutationNote],
          ] as const
        ).map(([id, name, note]): Column<KeywordRow> => ({
          ...column(id, name, note, '88px', ui.short),
          shown: (row) => {
            const p = tested.get(row.word)?.[id] ?? null;
            return p === null ? '–' : ui.short(p);
          },
          value: (row) => tested.get(row.word)?.[id] ?? null,
        })),
      ];

/** The columns that are looked at while rows are ordered by a measure. */
export function shownColumns(
  measure: KeynessMeasure,
  tested: Tested | null,
  ui: Says,
  t: Words,
): readonly Column<KeywordRow>[] {
  const first = always.includes(measure) ? 'lrc' : measure;
  return [
    word(ui),
    ...counts(ui, t),
    ...[first, ...always].map((one) => measureColumn(one, ui, t)),
    ...tests(tested, ui, t),
  ];
}

/** The columns of the file that is written: all that was measured. */
export const writtenColumns = (
  measures: readonly KeynessMeasure[],
  tested: Tested | null,
  ui: Says,
  t: Words,
): readonly Column<KeywordRow>[] => [
  word(ui),
  ...counts(ui, t),
  ...measures.map((one) => measureColumn(one, ui, t)),
  ...(tested === null ? [fisher(ui, t)] : []),
  ...tests(tested, ui, t),
];
