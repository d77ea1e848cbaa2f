import type { FileReport } from '../../../core/contract/import.ts';
import type { SavedQuestion } from '../../../core/contract/own-work.ts';
import type { NewDocument, NewImport } from '../../../core/project/import-rows.ts';
import type { StoredNote } from '../../../core/project/line-notes.ts';
import type { StoredStep } from '../../../core/project/learning-steps.ts';
import type { NewModel } from '../../../core/project/models.ts';
import type { RunRows } from '../../../core/project/studies.ts';
import type { NewSequenceModel } from '../../../core/project/sequence-models.ts';

/** A document whose tokens are its words between single spaces; each line is a sentence. */
export function documentOf(name: string, text: string, numberOf: (form: string) => number): NewDocument {
  const words = [...text.matchAll(/[^ \n]+/g)];
  const starts = words.map(({ index }) => index);
  // Never between the halves of a pair.
  const cut = /[\ud800-\udbff]$/.test(text.slice(0, 7)) ? 8 : 7;
  const lineStarts = words.flatMap(({ index }, i) => (index === 0 || text[index - 1] === '\n' ? [i] : []));
  return {
    name,
    file: name,
    language: 'en',
    encoding: 'utf-8',
    method: 'spaced',
    metadata: { title: name, length: text.length },
    characters: text.length,
    tokenCount: words.length,
    text: () => (text === '' ? [] : [text.slice(0, cut), text.slice(cut)]),
    *tokens() {
      for (let at = 0; at < words.length; at += 16_384) {
        const end = Math.min(words.length, at + 16_384);
        const some = words.slice(at, end);
        yield {
          ids: Uint32Array.from(some, ([form]) => numberOf(form)),
          starts: Uint32Array.from(starts.slice(at, end)),
          lengths: Uint32Array.from(some, ([form]) => form.length),
          sentenceStarts: Uint32Array.from(lineStarts.filter((token) => token >= at && token < end)),
        };
      }
    },
  };
}

/** An import of texts by name. */
export function importOf(texts: Readonly<Record<string, string>>): NewImport {
  const numbers = new Map<string, number>();
  let tokens = 0;
  for (const text of Object.values(texts)) {
    for (const [form] of text.matchAll(/[^ \n]+/g)) {
      numbers.set(form, numbers.get(form) ?? numbers.size);
      tokens++;
    }
  }
  const file = (name: string): FileReport => ({
    file: name,
    bytes: 1,
    encoding: 'utf-8',
    encodingConfidence: 1,
    language: 'en',
    method: 'spaced',
    documents: 1,
    emptyParts: 0,
    tokens: 1,
    characters: 1,
    replaced: [],
    replacedCount: 0,
    dropped: { punctuation: 0, numbers: 0 },
    suspicious: false,
  });
  return {
    forms: [...numbers.keys()],
    tokens,
    documents: Object.entries(texts).map(([name, text]) =>
      documentOf(name, text, (form) => numbers.get(form)!),
    ),
    reports: {
      files: Object.keys(texts).map(file),
      skipped: [{ file: 'bad.txt', code: 'E_FILE_EMPTY', details: {} }],
    },
    settings: { lowerCase: false },
    importedAt: 5,
  };
}

/** The same with a layer over every token but each third, and a region with a time for each half of a text. */
export function annotated(plain: NewImport): NewImport {
  const values = ['', 'noun', 'verb'];
  const layered = (one: NewDocument): NewDocument => ({
    ...one,
    *tokens() {
      for (const piece of one.tokens()) yield { ...piece, layers: [piece.ids.map((_, at) => at % 3)] };
    },
    annotations: () => {
      const half = Math.floor(one.characters / 2);
      return {
        layers: [{ name: 'pos', kind: 'pos', values }],
        regions: [
          {
            name: 'turn',
            starts: Uint32Array.of(0, half),
            ends: Uint32Array.of(half, one.characters),
            attributes: [
              { name: 'speaker', kind: 'other', values: ['', 'A', 'B'], ids: Uint32Array.of(1, 2) },
            ],
            times: { starts: [0, 1500], ends: [1500, -1] },
          },
        ],
      };
    },
  });
  return { ...plain, documents: [...plain.documents].map(layered) };
}

export const someTexts = {
  'one.txt': 'the cat sat on the mat\nthe end',
  'two.txt': 'a constructor is no __proto__ of the cat',
  'three.txt': 'mat 😀 mat',
};

/** Numbers without a pattern, the same each time. */
export function numbersOf(length: number, seed = 1): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

export function modelOf(
  name: string,
  words: number,
  dimensions: number,
  facts: Partial<NewModel> = {},
): NewModel {
  return {
    name,
    kind: 'trained',
    forms: Array.from({ length: words }, (_, i) => `word${i}`),
    counts: Uint32Array.from({ length: words }, (_, i) => words - i),
    dimensions,
    input: numbersOf(words * dimensions, 1),
    output: numbersOf(words * dimensions, 2),
    settings: { window: 5 },
    history: { loss: [2, 1] },
    health: null,
    corpus: null,
    createdAt: 7,
    ...facts,
  };
}

/** A run with numbers without a pattern; the second word is missing from it. */
export function runRowsOf(words: number, dimensions: number, seed = 1): RunRows {
  const numbers = Int8Array.from(numbersOf(words * dimensions, seed), (number) => Math.round(number * 254));
  const scales = Float32Array.from(numbersOf(words, seed + 1), Math.abs);
  numbers.fill(0, dimensions, 2 * dimensions);
  scales[1] = 0;
  return { scales, numbers };
}

/** A recurrent model of two dimensions and one unit. */
export function sequenceModelOf(
  name: string,
  words: number,
  facts: Partial<NewSequenceModel> = {},
): NewSequenceModel {
  return {
    name,
    forms: Array.from({ length: words }, (_, i) => (i < 2 ? ['<unk>', '<eos>'][i]! : `word${i}`)),
    counts: Uint32Array.from({ length: words }, (_, i) => words - i),
    parent: null,
    settings: { cell: 'rnn' },
    history: { loss: [2, 1] },
    texts: { training: [['00', 0, 7]], heldOut: [] },
    weights: [
      { name: 'embedding.weight', rows: words, columns: 2, values: numbersOf(words * 2, 3) },
      { name: 'output.bias', rows: 1, columns: words, values: numbersOf(words, 4) },
    ],
    corpus: '',
    createdAt: 9,
    ...facts,
  };
}

/** A note on the second word of the first of some texts, if nothing else is said. */
export const noteOf = (facts: Partial<StoredNote> = {}): StoredNote => ({
  document: 1,
  position: 1,
  start: 4,
  length: 3,
  category: '',
  marked: true,
  hidden: false,
  note: '',
  changedAt: 3,
  ...facts,
});

export const questionOf = (query: string): SavedQuestion => ({
  query,
  language: 'auto',
  matchCase: false,
  matchMarks: false,
  within: 's',
  texts: 'all',
});

/** What a training of a model kept of its first words on the way. */
export const stepsOf = (words: number, dimensions: number, steps = 3): readonly StoredStep[] =>
  Array.from({ length: steps }, (_, at) => ({
    number: at + 1,
    epoch: (at + 1) / 2,
    loss: at === 0 ? null : 3 / (at + 1),
    values: Float32Array.from({ length: words * dimensions }, (_, cell) => Math.sin(cell + at)),
  }));

/** The history of a model whose first words were watched. */
export const watchedHistory = (words: number) => ({
  loss: [2, 1],
  watched: { rows: Array.from({ length: words }, (_, row) => row), chosen: 1, end: { epoch: 2, loss: 0.9 } },
});
