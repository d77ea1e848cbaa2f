import type { ChangeRow } from '../../core/contract/change.ts';
import type { Learning, LearningPaths } from '../../core/contract/learning.ts';
import type { AssociationSet } from '../../core/contract/contrast.ts';
import type { Answers } from './sample-answers.ts';
import { models } from './sample-project.ts';
import { countOf, fixed, words } from './sample-words.ts';

// What the stand-in engine says of change, learning and evaluation; invented, not measured.
const changed: readonly ChangeRow[] = words.slice(40, 240).map((word, at) => {
  const expected = 0.18 + 0.1 * fixed(word, 1);
  const excess = 9 * Math.exp(-at / 30) - 1;
  const score = expected + 0.035 * excess;
  return {
    word,
    score,
    low: score - 0.05 - 0.04 * fixed(word, 2),
    high: score + 0.04,
    expected,
    excess,
    p: Math.min(1, 0.005 * Math.exp(at / 22)),
    q: Math.min(1, 0.02 * Math.exp(at / 24)),
    countFrom: Math.round(countOf(at + 40) * (0.3 + fixed(word, 3))),
    countTo: Math.round(countOf(at + 40) * (0.3 + fixed(word, 4))),
    textsFrom: 2 + Math.floor(3 * fixed(word, 5)),
    textsTo: 1 + Math.floor(2 * fixed(word, 6)),
  };
});

const near = (word: string, salt: number) =>
  Array.from({ length: 20 }, (_, rank) => {
    const shared = fixed(`${rank}`, 4) < 0.4;
    const index = 40 + Math.floor(fixed(word, rank + (shared ? 0 : salt)) * 300);
    return {
      word: words[index]!,
      score: 0.82 / (1 + rank * 0.05),
      count: countOf(index),
      otherRank: shared ? rank + 1 : rank % 5 === 4 ? null : 30 + 7 * rank,
    };
  });

const set = (name: string, list: string, scored: boolean): AssociationSet => ({
  name,
  words: list.split(' ').map((word, at) => ({
    word,
    count: 40 + 60 * at,
    score: scored ? fixed(word, 8) - (name === 'offices' ? 0.2 : 0.7) : null,
  })),
  unknown: name === 'family' ? ['cousin'] : [],
  medianCount: 160,
});

const periods = ['1790–1829', '1830–1859', '1860–1899', '1900–1949', '1950–2016'];
const dimensions = 100;
const steps = [0, 0.25, 0.5, 1, 2, 3, 5, 7, 9, 11, 13, 15].map((epoch, at) => ({
  epoch,
  loss: at === 0 ? null : 1.9 + 1.1 * Math.exp(-epoch / 3),
}));
/** From chance to what was learned. */
const rowAt = (word: string, step: number) =>
  Array.from({ length: dimensions }, (_, d) => {
    const share = 1 - Math.exp(-steps[step]!.epoch / 2.5);
    return (1 - share) * 0.06 * (fixed(word, d) - 0.5) + share * 0.5 * (fixed(word, d + 300) - 0.5);
  });
const learned = ['king', 'river', 'war', 'peace', 'trade'];

const stepsOf = (asked?: readonly string[]): Learning => ({
  model: models[0]!.name,
  dimensions,
  epochs: 15,
  steps,
  loss: models[0]!.loss,
  words: (asked ?? learned).map((word) => ({
    word,
    count: 412,
    watched: learned.includes(word),
    steps: learned.includes(word) ? [...steps.keys()] : [0, steps.length - 1],
    values: Float32Array.from(
      (learned.includes(word) ? [...steps.keys()] : [0, steps.length - 1]).flatMap((step) =>
        rowAt(word, step),
      ),
    ),
    towardsEnd: steps.map(({ epoch }) => 1 - Math.exp(-epoch / 2.5)),
  })),
});

const pathsOf = (asked?: readonly string[]): LearningPaths => ({
  model: models[0]!.name,
  steps,
  shares: [0.081, 0.043],
  paths: (asked ?? learned).map((word, path) => ({
    word,
    steps: [...steps.keys()],
    places: Float64Array.from(
      steps.flatMap(({ epoch }, at) => {
        const share = 1 - Math.exp(-epoch / 3);
        return [
          share * 2.4 * Math.cos(path * 1.3) + 0.12 * fixed(word, at),
          share * 1.6 * Math.sin(path * 1.3) + 0.12 * fixed(word, at + 50),
        ];
      }),
    ),
  })),
  ground: {
    words: words.slice(0, 600),
    places: Float64Array.from(
      words.slice(0, 600).flatMap((word) => [5 * (fixed(word, 3) - 0.5), 3.4 * (fixed(word, 9) - 0.5)]),
    ),
  },
});

export const changeAnswers: Answers = {
  'change.words': ({ method, top }) => ({
    method,
    models:
      method === 'temporal-referencing'
        ? null
        : {
            dimensions: 50,
            neighbours: method === 'procrustes' ? null : 25,
            candidates: method === 'procrustes' ? null : 412,
          },
    from: { texts: 4, tokens: 132_412, isSmall: false },
    to: { texts: 2, tokens: 71_020, isSmall: true },
    words: 412,
    untested: 12,
    found: changed.filter(({ q }) => q <= 0.05).length,
    differsAsAWhole: false,
    rows: changed.slice(0, top),
    control: { splits: 20, withFindings: 1, meanFound: 0.1 },
  }),
  'change.cost': ({ method }) => ({ method, comparisons: 271, words: 412, threads: 2, seconds: 95 }),
  'change.trajectories': ({ words: asked, by }) => ({
    by,
    periods: periods.map((name, at) => ({
      name,
      texts: 20 + 4 * at,
      tokens: 90_000 + 40_000 * at,
      isSmall: at === 0,
    })),
    words: asked.map((word) => ({
      word,
      points: periods.map((_, at) => {
        const expected = at === 0 ? null : 0.52 - 0.02 * at;
        const score = expected === null ? null : expected + 0.06 * at * fixed(word, 1);
        return {
          count: 30 + 20 * at,
          texts: 9 + at,
          score,
          low: score === null ? null : score - 0.04,
          high: score === null ? null : score + 0.05,
          expected,
          p: at === 0 ? null : 0.4 / 3 ** at,
          q: at === 0 ? null : 0.5 / 3 ** at,
          step: at === 0 ? null : 0.5 + 0.02 * at,
        };
      }),
    })),
    unknown: asked.includes('xyz') ? ['xyz'] : [],
  }),
  'contrast.models': ({ word, models: [first, second] }) => {
    const lists = [near(word, 0), near(word, 90)] as const;
    const both = lists[0].map((one) => one.word).filter((one) => lists[1].some(({ word: w }) => w === one));
    const side = (model: string, at: 0 | 1) => ({
      model,
      word,
      count: at === 0 ? 412 : 138,
      neighbours: lists[at],
      study: at === 0 ? ({ kind: 'bootstrap', runs: 25, overlap: 0.41 } as const) : null,
    });
    return {
      models: [side(first!, 0), side(second!, 1)],
      both,
      overlap: both.length / 20,
      sharedWords: 2940,
    };
  },
  'contrast.axis': ({ positive, negative }) => ({
    model: models[0]!.name,
    positive: {
      words: positive.map((word) => ({ word, count: 220, withoutIt: 0.31 })),
      added: ['justice', 'freedom'],
    },
    negative: {
      words: negative.map((word, at) => ({ word, count: 190, withoutIt: at === 0 ? -0.4 : 0.05 })),
      added: ['army', 'treaty'],
    },
    rows: Array.from({ length: 20 }, (_, at) => {
      const score = 0.62 - at * 0.062;
      return {
        word: words[60 + 7 * at]!,
        count: countOf(60 + 7 * at),
        score,
        low: score - 0.08,
        high: score + 0.05,
      };
    }),
  }),
  'contrast.association': () => ({
    model: models[0]!.name,
    targets: [
      set('offices', 'president court congress treaty', true),
      set('family', 'home children god hope', true),
    ],
    attributes: [set('men', 'man king prince', false), set('women', 'woman queen princess', false)],
    effect: 1.21,
    sd: 0.14,
    statistic: 0.68,
    p: 0.029,
    pTwoSided: 0.057,
    partitions: 70,
    exact: true,
    leaveOneOut: { low: 0.94, high: 1.4, lowWithout: 'court', highWithout: 'hope' },
    study: { kind: 'bootstrap', low: 0.52, high: 1.6, runs: 25, of: 25 },
  }),
  'learning.steps': ({ words: asked }) => stepsOf(asked),
  'learning.paths': ({ words: asked }) => pathsOf(asked),
  'learning.soFar': () => ({ learning: stepsOf(), paths: pathsOf() }),
  'learning.matrix': ({ state, limit }) => ({
    model: models[0]!.name,
    state,
    dimensions,
    words: words.slice(0, limit),
    counts: words.slice(0, limit).map((_, at) => countOf(at)),
    values: Float32Array.from(
      words.slice(0, limit).flatMap((word) => rowAt(word, state === 'initial' ? 0 : steps.length - 1)),
    ),
    total: 6210,
  }),
  'evaluate.analogies': () => {
    const sections = ['capital-common-countries', 'family', 'gram1-adjective-to-adverb', 'gram8-plural'].map(
      (name, at) => ({
        name,
        correct: 40 - 7 * at,
        total: 120 + 31 * at,
        low: (40 - 7 * at) / (120 + 31 * at) - 0.06,
        high: (40 - 7 * at) / (120 + 31 * at) + 0.07,
        baseline: 9 - at,
      }),
    );
    return { correct: 118, total: 666, low: 0.149, high: 0.206, baseline: 30, coverage: 0.034, sections };
  },
  'evaluate.pairs': () => ({
    pearson: 0.41,
    spearman: 0.44,
    low: 0.29,
    high: 0.57,
    pairs: 161,
    coverage: 0.46,
    ratings: { column: 3, heading: 'Human (mean)' },
  }),
};
