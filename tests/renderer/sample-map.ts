import type { WordMap } from '../../core/contract/map.ts';
import type { Answers } from './sample-answers.ts';
import { models } from './sample-project.ts';
import { countOf, fixed, words } from './sample-words.ts';

/** Words in eight heaps, each with its own spread; invented, not measured. */
const groupOf = (word: string) => Math.floor(8 * fixed(word, 71) ** 1.4);
const place = (word: string): readonly [number, number] => {
  const group = groupOf(word);
  const angle = 2 * Math.PI * fixed(word, 3);
  const reach = (0.4 + 0.5 * fixed(`${group}`, 5)) * Math.sqrt(-Math.log(1 - 0.98 * fixed(word, 9)));
  return [
    3.2 * Math.cos(group * 0.8) + reach * Math.cos(angle),
    2.1 * Math.sin(group * 0.8) + reach * Math.sin(angle),
  ];
};

/** So many invented words in one round heap. */
export function mapOf(points: number): WordMap {
  const some = Array.from({ length: points }, (_, at) => words[at] ?? `word${at}`);
  return {
    model: models[0]!.name,
    method: 'pca',
    words: some,
    counts: some.map((_, at) => countOf(at)),
    coordinates: Float64Array.from({ length: 2 * points }, (_, at) => {
      const [reach, angle] = [fixed(`r${at >> 1}`), 2 * Math.PI * fixed(`a${at >> 1}`)];
      return Math.sqrt(-2 * Math.log(reach + 1e-9)) * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
    }),
    shares: [0.081, 0.043],
    kept: 0.12,
    keptByChance: 0.005,
    groups: new Uint8Array(),
    groupNames: [],
    unknown: [],
    files: [],
  };
}

/** What the stand-in engine says of maps. */
export const mapAnswers: Answers = {
  'map.words': ({ method, most, only }) => {
    const some = only ?? words.slice(0, most);
    return {
      model: models[0]!.name,
      method,
      words: some,
      counts: some.map((word) => countOf(words.indexOf(word))),
      coordinates: Float64Array.from(some.flatMap(place)),
      shares: [0.081, 0.043],
      kept: 0.12,
      keptByChance: 0.005,
      groups: Uint8Array.from(some, groupOf),
      groupNames: Array.from({ length: 8 }, (_, group) =>
        some.filter((word) => groupOf(word) === group && word.length > 3).slice(2, 5),
      ),
      unknown: [],
      files: [],
    };
  },
  'map.runs': ({ of, only }) => {
    const all = only ?? words.slice(0, 2000);
    const looked = of ?? all;
    const [runs, each] = [25, 10];
    return {
      model: models[0]!.name,
      study: 'bootstrap',
      runs,
      each,
      words: looked,
      near: Int32Array.from({ length: looked.length * runs * each }, (_, at) => {
        const word = looked[Math.floor(at / (runs * each))]!;
        const mates = all.flatMap((other, index) => (groupOf(other) === groupOf(word) ? [index] : []));
        return mates[Math.floor(fixed(word, at) * mates.length)]!;
      }),
      kept: Float64Array.from(looked, (word) => fixed(word, 17)),
    };
  },
  'study.list': () => [
    {
      study: 'bootstrap',
      division: null,
      model: models[0]!.name,
      runs: 25,
      failed: [],
      trainingSeconds: 61,
      createdAt: 0,
    },
  ],
};
