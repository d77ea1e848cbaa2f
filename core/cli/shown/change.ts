import type { ChangePeriod } from '../../contract/change.ts';
import { smallPeriod } from '../../contract/change.ts';
import { lineOf } from '../../contract/conditions.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';

const right = 'right' as const;

export const changeShown: ShownCalls<'change'> = {
  'change.words': {
    human: ({ from, to, words, untested, found, differsAsAWhole, rows, control }, asked) =>
      [
        periodLine(lineOf(asked.from), from),
        periodLine(lineOf(asked.to), to),
        `${words} words compared${untested === 0 ? '' : `, ${untested} of them too unevenly spread over the texts to be tested`}; ${found} found at a false discovery rate of 5 %`,
        `control: ${control.withFindings} of ${control.splits} random divisions found a word, ${control.meanFound.toFixed(2)} words on average`,
        ...(differsAsAWhole
          ? [
              'Most words were found: the texts differ as a whole, in kind, topic or style. The order still compares words; q does not tell them apart.',
            ]
          : []),
        '',
        inColumns(
          [
            { title: 'word' },
            { title: 'score', align: right },
            { title: '95 %', align: right },
            { title: 'by chance', align: right },
            { title: 'q', align: right },
            { title: 'count', align: right },
            { title: 'texts', align: right },
          ],
          rows.map((row) => [
            row.word,
            row.score.toFixed(3),
            row.low === null || row.high === null ? '–' : `${row.low.toFixed(3)} … ${row.high.toFixed(3)}`,
            row.expected.toFixed(3),
            row.q.toPrecision(2),
            `${row.countFrom} → ${row.countTo}`,
            `${row.textsFrom} → ${row.textsTo}`,
          ]),
        ),
      ].join('\n'),
  },
};

const periodLine = (where: string, { texts, tokens, isSmall }: ChangePeriod) =>
  `${where}: ${texts} texts, ${tokens} tokens${isSmall ? ` — fewer than ${smallPeriod}: only large changes of frequent words can show` : ''}`;
