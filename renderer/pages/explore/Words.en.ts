import { some } from '../../i18n/counted.ts';

/** Neighbours, analogies, odd one out, slots. */
export const en = {
  title: 'Explore',
  lacking: 'Neighbours need a model.',
  tabs: { query: 'Neighbours and analogies', odd: 'Odd one out', slot: 'Fits this slot' },
  query: 'Words, with + and −',
  begin: 'Type a word, or several with + and −.',
  ofTexts: (name: string) => `Trained on “${name}”: counts, texts and lines are of these alone.`,
  options: 'Options',
  method: 'Analogy by',
  methods: { add: '3CosAdd', mul: '3CosMul' },
  top: 'Rows',
  minCount: 'Minimum count',
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
  study: {
    running: 'Seeing how sure the answers are',
    ask: 'See how sure',
    runsAnew: (count: string) => `${some(count, 'run', 'runs')} on texts drawn anew`,
    runsOfSeeds: (count: string) => `${some(count, 'run', 'runs')} from other seeds`,
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
    lists: 'In the lists of',
    listsNote: 'In how many runs the word stands in a list of this length',
    kOf: (k: string, of: string) => `${k} of ${of}`,
    fromTo: (low: string, high: string) => `${low} to ${high}`,
  },
  unknown: (words: string) => `Not in the model: ${words}`,
  slotMethod: (method: string) => `By ${method}. The vectors know company, not grammar.`,
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
