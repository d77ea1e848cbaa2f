import type { Label, LabelWord, Tier } from './tier.ts';

/** Milliseconds: what is shorter is no pause but a stop within a word (Heldner and Edlund 2010, Journal of Phonetics 38). */
const shortestPause = 200;

/** Of the labels of a tier of words so many are single words; the others are names and the like. */
const leastShare = 0.9;
const leastWords = 4;
/** Letters of a word in a script without spaces. */
const mostLetters = 4;

const isSpacedScript = (text: string) =>
  !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u.test(text);

/** What programs that align words write where nothing is said. */
const silence = /^(?:<[^<>]*>|\{[A-Z]+\}|sil|sp|spn|pau)$/i;

/** Whether the labels are single words, and not utterances without spaces. */
export function isOfWords(labels: readonly Label[]): boolean {
  const spoken = labels.filter(({ text }) => text !== '' && !silence.test(text));
  // Those that go on are put together already.
  if (spoken.length < leastWords || spoken.some(({ goesOn }) => goesOn === true)) return false;
  const single = spoken.filter(
    ({ text, time }) =>
      time !== undefined && !/\s/u.test(text) && (isSpacedScript(text) || text.length <= mostLetters),
  );
  return single.length >= leastShare * spoken.length;
}

/**
 * The labels of a tier of single words, put together into sentences: by pauses, by the labels of another tier in which they lie, or each
 * for itself. Those of all other tiers are as they were.
 * @param sentences `pauses`, `labels`, or the name of the other tier
 */
export function wordsToSentences(
  { labels, within }: Pick<Tier, 'labels' | 'within'>,
  sentences: string,
  tiers: readonly Tier[],
): readonly Label[] {
  if (sentences === 'labels' || !isOfWords(labels)) return labels;
  const outside = sentences === 'pauses' ? (within ?? sentences) : sentences;
  const outer = tiers.find(({ name, aliases = [] }) => [name, ...aliases].includes(outside))?.labels;
  const sentenceOf = outer === undefined ? byPauses() : byLabels(outer);
  const groups: Label[][] = [];
  let before: number | undefined;
  for (const label of labels) {
    const sentence = sentenceOf(label);
    if (label.text === '' || silence.test(label.text)) continue;
    if (sentence !== before || groups.length === 0) groups.push([]);
    groups[groups.length - 1]!.push(label);
    before = sentence;
  }
  return groups.map(oneLabel);
}

/** Counts up behind each pause. */
function byPauses(): (label: Label) => number {
  let number = 0;
  let end = -Infinity;
  return ({ text, time }) => {
    if (text === '' || silence.test(text)) return number;
    if (time !== undefined && time.start - end >= shortestPause) number += 1;
    end = time?.end ?? end;
    return number;
  };
}

/** The number of the label that the middle of a word lies in; labels without text are pauses, which belong to no sentence. */
function byLabels(outer: readonly Label[]): (label: Label) => number {
  const sorted = outer
    .filter(({ time }) => time !== undefined)
    .toSorted((a, b) => a.time!.start - b.time!.start);
  let at = 0;
  return ({ time }) => {
    const middle = time === undefined ? -1 : (time.start + time.end) / 2;
    while (at < sorted.length && sorted[at]!.time!.end <= middle) at += 1;
    return at;
  };
}

function oneLabel(labels: readonly Label[]): Label {
  const start = labels[0]?.time?.start;
  const end = labels[labels.length - 1]?.time?.end;
  const words: LabelWord[] = [];
  let length = 0;
  for (const label of labels) {
    for (const word of label.words ?? []) words.push({ ...word, start: length + word.start });
    length += label.text.length + 1;
  }
  return {
    text: labels.map(({ text }) => text).join(' '),
    ...(start === undefined || end === undefined ? {} : { time: { start, end } }),
    ...(words.length === 0 ? {} : { words }),
  };
}
