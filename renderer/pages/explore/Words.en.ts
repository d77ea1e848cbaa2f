import { some } from '../../i18n/counted.ts';

/** Neighbours, analogies, odd one out, slots. */
export const en = {
  title: 'Explore',
  lacking: 'Neighbours need a model.',
  tabs: {
    query: 'Neighbours and analogies',
    odd: 'Odd one out',
    slot: 'Fits this slot',
    why: 'Why similar?',
  },
  query: 'Words, with + and −',
  begin: 'Type a word, or several with + and −.',
  ofTexts: (name: string) => `Trained on “${name}”: counts, texts and lines are of these alone.`,
  options: 'Options',
  method: 'Analogy by',
  methods: { add: '3CosAdd', mul: '3CosMul' },
  top: 'Rows',
  minCount: 'Minimum count',
  minCountNote: (count: string) =>
    `Words met fewer than ${some(count, 'time', 'times')} are left out: what they stand near hangs on a few sentences.`,
  allRare: (count: string) => `No other word of this model is met ${some(count, 'time', 'times')} or more.`,
  showRare: 'List the rarer ones',
  input: 'given',
  baseline: (word: string) => `Simply nearest to ${word}`,
  baselineNote: 'An analogy says something only where it beats this.',
  same: 'The same word leads both lists.',
  rawNote: 'Vector length grows with frequency: without normalising, the order partly measures frequency.',
  analogyMeasure: 'Analogies are scored by cosine.',
  distance: 'Distance',
  similarity: 'Similarity',
  oddPrompt: 'Three words or more; which one does not belong?',
  oddWords: 'Words',
  oddAnswer: 'Odd one out',
  oddScore: 'Cosine to the others',
  slotPrompt: 'Words to the left and right of a gap; which word fits?',
  left: 'Left of the gap',
  right: 'Right of the gap',
  probability: 'Probability',
  withoutStops: 'Leave stop words out',
  cosines: {
    title: (word: string) => `Cosines of all words to ${word}`,
    words: 'words',
    note: 'Neighbours that stand apart from the heap are few and near; those at its edge are only the first of many. Heights go by the square root.',
  },
  study: {
    differIn: 'Try again with',
    kinds: {
      bootstrap: 'texts drawn anew',
      seeds: 'other seeds',
      shuffled: 'shuffled words',
      settings: 'other settings',
      halves: 'halves of the texts',
    },
    runsOf: {
      bootstrap: (count: string) => `${some(count, 'run', 'runs')} on texts drawn anew`,
      seeds: (count: string) => `${some(count, 'run', 'runs')} from other seeds`,
      shuffled: (count: string) => `${some(count, 'run', 'runs')} on shuffled words`,
      settings: (count: string) => `${some(count, 'run', 'runs')} with one other setting each`,
      halves: (count: string) => `${some(count, 'run', 'runs')} on halves of the texts`,
    },
    overlap: (share: string) => `two of them share ${share} of such a list`,
    cost: (runs: string, time: string) =>
      `How sure is this list? ${some(runs, 'run', 'runs')}, about ${time}.`,
    costUnknown: (runs: string) => `How sure is this list? ${some(runs, 'run', 'runs')}.`,
    further: (done: string, runs: string) => `${done} of ${some(runs, 'run is', 'runs are')} there.`,
    failed: (count: string) => `${some(count, 'run', 'runs')} failed. Asking again makes them anew.`,
    interval: '95 %',
    low: '95 % from',
    high: '95 % to',
    intervalNote:
      'The 95 % interval of the score, from how far the runs lie from this model, which is the mark.',
    range: 'Range',
    rangeNote: 'The smallest and the largest score that these settings give',
    chance: 'By chance',
    chanceNote:
      'What the same two words reach where all words are shuffled, in 39 of 40 runs at most: a likeness that is no greater is none.',
    lists: 'In the lists of',
    listsNote: 'In how many runs the word stands in a list of this length',
    kOf: (k: string, of: string) => `${k} of ${of}`,
    fromTo: (low: string, high: string) => `${low} to ${high}`,
  },
  why: {
    first: 'One word',
    second: 'The other word',
    begin: 'Two words: which contexts make them alike, which only one has, with lines of both.',
    of: (word: string, other: string) => `Why similar? ${word}, ${other}`,
    cosines: (vectors: string, contexts: string) =>
      `Cosine of the vectors ${vectors}; of the contexts themselves ${contexts}.`,
    texts: (first: string, inFirst: string, second: string, inSecond: string, both: string) =>
      `${first} stands in ${some(inFirst, 'text', 'texts')}, ${second} in ${some(inSecond, 'text', 'texts')}, both in ${both}.`,
    shared: 'What both have',
    sharedNote: (shown: string, all: string) =>
      `${shown} of ${some(all, 'context', 'contexts')}, those first that give most to the likeness. A line of each word with the context by it.`,
    sharedNone: 'No context by which both stand more often than by chance.',
    context: 'Context',
    share: 'Share',
    shareNote: 'What it gives to the cosine of the contexts, weighed by PPMI',
    counted: (times: string, texts: string) => `${times}× in ${some(texts, 'text', 'texts')}`,
    only: (word: string) => `Only ${word} has`,
    onlyNone: 'None that was met twice.',
    unseen: 'What the model cannot have seen',
    unseenNote: (window: string) =>
      `It saw no more than ${some(window, 'word', 'words')} to each side, in its own texts. Whatever makes these words alike further away, it cannot know.`,
    unseenWords: 'These stand by both, but the model has no vector of them: too rare for it, or stop words.',
  },
  unknown: (words: string) => `Not in the model: ${words}`,
  slotMethod: (method: string) => `By ${method}. The vectors know company, not grammar.`,
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
