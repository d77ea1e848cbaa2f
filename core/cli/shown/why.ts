import type { OneContext, OwnContext, WhySimilar } from '../../contract/search.ts';
import type { ConcordanceLine } from '../../contract/words.ts';
import { inColumns } from '../columns.ts';

const right = 'right' as const;

/** The contexts of two words, side by side, with their lines below. */
export function whyLines(why: WhySimilar): string {
  const { first, second, shared, texts, unseen } = why;
  const table = inColumns(
    [
      { title: 'both have' },
      { title: 'share', align: right },
      { title: `by ${first}`, align: right },
      { title: `by ${second}`, align: right },
    ],
    shared.map((one) => [one.word, one.share.toFixed(4), counted(one.first), counted(one.second)]),
  );
  return [
    `cosine ${why.cosine.toFixed(4)}; of the contexts within ${why.window} words ${why.contextCosine.toFixed(4)}`,
    `${first} in ${texts.first} texts, ${second} in ${texts.second}, both in ${texts.both}`,
    '',
    `${table}\n(${why.sharedTotal} in all; tokens in texts)`,
    '',
    ...shared.flatMap((one) => [`${one.word}:`, ...one.lines.map(lineText)]),
    '',
    ownTable(first, why.onlyFirst),
    '',
    ownTable(second, why.onlySecond),
    ...(unseen.length === 0
      ? []
      : [
          '',
          `Not in the model, so that it cannot know of them: ${unseen.map(({ word }) => word).join(', ')}`,
        ]),
  ].join('\n');
}

const counted = ({ together, texts }: OneContext) => `${together} in ${texts}`;
const lineText = ({ left, node, right: behind, document }: ConcordanceLine) =>
  `  ${left}[${node}]${behind} (${document})`;

const ownTable = (word: string, contexts: readonly OwnContext[]) =>
  inColumns(
    [{ title: `only ${word} has` }, { title: 'weight', align: right }, { title: '', align: right }],
    contexts.map((one) => [one.word, one.weight.toFixed(2), counted(one)]),
  );
