import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Input, Method, Output } from '../../../core/contract/contract.ts';
import { AppError } from '../../../core/contract/errors.ts';
import { longest } from '../../../core/contract/limits.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

/** What must be so in the project, by what its calls answered. */
interface Model {
  documents: number;
  models: string[];
  sequences: string[];
  lists: Set<string>;
  queries: Set<string>;
}

interface Real {
  engine: Engine;
  readonly place: SmallPlace;
  files: number;
  readonly counted: { done: number; refused: number };
}

type Command = fc.AsyncCommand<Model, Real>;

/** Of what is wrong with the program or with what it wrote; every other refusal is an answer. */
const faults: ReadonlySet<string> = new Set([
  ...['E_INTERNAL', 'E_DAMAGED', 'E_UNSAFE', 'E_IO', 'E_CHANGED', 'E_IN_USE', 'E_CHECKPOINT_DAMAGED'],
  ...['E_ENGINE_STOPPED', 'E_IMPORT_STOPPED', 'E_TRAINING_STOPPED', 'E_NOT_SAVED_CLEANLY'],
]);

type Asked<M extends Method> = (model: Readonly<Model>, real: Real) => Input<M>;

/** A call, and what it makes of the project where it is not refused. What is refused changes nothing. */
function asking<M extends Method>(
  method: M,
  input: Input<M> | Asked<M>,
  becomes: (model: Model, answer: Output<M>) => void = () => undefined,
): Command {
  let last: unknown = null;
  const run = async (model: Model, real: Real) => {
    const asked: Input<M> = typeof input === 'function' ? (input as Asked<M>)(model, real) : input;
    last = asked;
    const before = await real.engine.call('project.digest', {});
    try {
      becomes(model, await real.engine.call(method, asked));
      real.counted.done += 1;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || faults.has(thrown.code)) throw thrown;
      expect(await real.engine.call('project.digest', {}), thrown.code).toEqual(before);
      real.counted.refused += 1;
    }
    await agrees(model, real);
  };
  return {
    check: () => true,
    run,
    toString: () => `${method} ${JSON.stringify(last).slice(0, 300)}`,
  };
}

async function agrees(model: Readonly<Model>, { engine }: Real): Promise<void> {
  const { documents, models } = await engine.call('project.info', {});
  expect({ documents, models: models.map(({ name }) => name).toSorted() }).toEqual({
    documents: model.documents,
    models: model.models.toSorted(),
  });
  const sequences = await engine.call('sequence.list', {});
  expect(sequences.map(({ name }) => name).toSorted()).toEqual(model.sequences.toSorted());
  const { lists } = await engine.call('lists.list', {});
  expect(new Set(lists.map(({ name }) => name))).toEqual(model.lists);
  const { queries } = await engine.call('savedQueries.list', {});
  expect(new Set(queries.map(({ name }) => name))).toEqual(model.queries);
}

const few = fc.constantFrom('a', 'b', 'ä b', '$x', '__proto__', 'constructor', 'n'.repeat(200));
const odd = fc.oneof(few, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }));
const word = fc.oneof(
  { weight: 5, arbitrary: odd },
  {
    weight: 1,
    arbitrary: fc.constantFrom(longest.word - 1, longest.word + 1).map((length) => 'w'.repeat(length)),
  },
);
const at = fc.nat(5);
const plain = 'the cat sat on the mat and the dog ate the milk. ';
const nth = (names: readonly string[], one: number) => names[one] ?? `none ${one}`;

/** Texts in several formats, with whatever stands in them. */
const texts = fc.array(
  fc.record({ kind: fc.constantFrom('txt', 'conllu', 'jsonl', 'csv'), said: word, times: fc.nat(8) }),
  { minLength: 1, maxLength: 3 },
);

function contentOf({
  kind,
  said,
  times,
}: {
  readonly kind: string;
  readonly said: string;
  readonly times: number;
}): string {
  // The longest words stand in a column of each token: not of hundreds.
  const text = plain.repeat(said.length > 1000 ? Math.min(times, 1) : times);
  const cell = said.replaceAll(/[\t\r\n]/gu, ' ');
  switch (kind) {
    case 'conllu':
      return `# newdoc id = ${cell}\n${text
        .split(' ')
        .map((form, index) =>
          form === '' ? '' : `${index + 1}\t${form}\t${cell}\tN\t_\tCase=${cell}\t0\troot\t_\t_\n`,
        )
        .join('')}\n`;
    case 'jsonl':
      return `${JSON.stringify({ text: `${text} ${said}`, author: said, half: '\ud800' })}\n`;
    case 'csv':
      return `text,${JSON.stringify(cell)}\n"${text}${said.replaceAll('"', '""')}",1\n`;
    default:
      return `${text}${said}`;
  }
}

function writeTexts(real: Real, wanted: readonly Parameters<typeof contentOf>[0][]): Input<'corpus.import'> {
  const folder = join(real.place.folder, 'texts', String(real.files));
  mkdirSync(folder, { recursive: true });
  const files = wanted.map((one) => {
    real.files += 1;
    const path = join(folder, `t${real.files}.${one.kind}`);
    writeFileSync(path, contentOf(one));
    return { path };
  });
  return { files };
}

const importing = texts.map((wanted) =>
  asking(
    'corpus.import',
    (_, real) => writeTexts(real, wanted),
    (model, { documents }) => (model.documents = documents),
  ),
);

const importingVectors = fc.tuple(few, fc.array(word, { minLength: 1, maxLength: 8 })).map(([name, forms]) =>
  asking(
    'model.importVectors',
    (_, real) => {
      real.files += 1;
      const path = join(real.place.folder, `v${real.files}.txt`);
      const clean = forms.map((form) => form.replaceAll(/\s/gu, '_'));
      writeFileSync(path, clean.map((form, row) => `${form} ${row} 1\n`).join(''));
      return { file: { path }, name };
    },
    (model, answer) => model.models.push(answer.model),
  ),
);

const small = { dimensions: 4, epochs: 1, minCount: 1, window: 2, mode: 'reproducible' } as const;
const training = few.map((name) =>
  asking('model.train', { name, settings: small }, (model, answer) => model.models.push(answer.model)),
);
const network = { cell: 'rnn', hidden: 8, minCount: 1, epochs: 1, embeddings: 'learned' } as const;
const trainingSequences = few.map((name) =>
  asking('sequence.train', { name, settings: network }, (model) => model.sequences.push(name)),
);

const replacing = (names: string[], before: string, after: string) =>
  names.splice(names.indexOf(before), 1, after);

const ofModels = fc.tuple(at, few, fc.constantFrom('rename', 'delete', 'study')).map(([one, to, what]) => {
  if (what === 'rename')
    return asking(
      'model.rename',
      ({ models }) => ({ model: nth(models, one), name: to }),
      (model) => {
        replacing(model.models, nth(model.models, one), to);
      },
    );
  if (what === 'study') return asking('study.run', ({ models }) => ({ runs: 2, model: nth(models, one) }));
  return asking(
    'model.delete',
    ({ models }) => ({ model: nth(models, one) }),
    (model) => {
      model.models.splice(one, 1);
    },
  );
});

const ofSequences = fc.tuple(at, few).map(([one, to]) =>
  asking(
    'sequence.rename',
    ({ sequences }) => ({ model: nth(sequences, one), name: to }),
    (model) => {
      replacing(model.sequences, nth(model.sequences, one), to);
    },
  ),
);

const ofTexts = fc.oneof(
  fc
    .tuple(odd, fc.oneof(word, fc.double({ noNaN: true, noDefaultInfinity: true })))
    .map(([field, value]) => asking('corpus.setMetadata', { field, value, texts: 'all' })),
  at.map((one) =>
    asking('corpus.removeDocuments', { texts: { documents: [one + 1] } }, (model, { documents }) => {
      model.documents = documents;
    }),
  ),
  fc
    .array(word, { maxLength: 4 })
    .map((words) => asking('corpus.setDictionary', { dictionary: { words, splits: [] } })),
  fc.constantFrom('keep', 'drop').map((punctuation) => asking('corpus.recut', { tokens: { punctuation } })),
  fc.tuple(odd, odd).map(([name, value]) =>
    asking('corpus.setSubCorpora', {
      subCorpora: [{ name, conditions: [{ field: name, values: [value] }] }],
    }),
  ),
);

const ofOwnWork = fc.oneof(
  fc
    .tuple(few, fc.array(word, { maxLength: 5 }))
    .map(([name, words]) => asking('lists.set', { name, words }, (model) => model.lists.add(name))),
  few.map((name) => asking('lists.delete', { name }, (model) => model.lists.delete(name))),
  fc
    .tuple(odd, fc.constantFrom('cat', '[word="the"]', '"'))
    .map(([name, query]) => asking('savedQueries.save', { name, query }, (model) => model.queries.add(name))),
  odd.map((name) => asking('savedQueries.delete', { name }, (model) => model.queries.delete(name))),
  fc
    .tuple(at, at, word)
    .map(([document, position, note]) =>
      asking('notes.set', { document: document + 1, position, note, category: note.slice(0, 9) }),
    ),
);

/** Saved or left unsaved: the project that is opened next has all that was confirmed. */
const openingAgain = fc.boolean().map((save): Command => ({
  check: () => true,
  async run(model, real) {
    const before = await real.engine.call('project.digest', {});
    await real.engine.call('project.close', save ? { save } : {});
    real.engine = await open(real.place);
    expect(await real.engine.call('project.digest', {})).toEqual(before);
    await agrees(model, real);
  },
  toString: () => (save ? 'save, close and open' : 'close and open'),
}));

async function open(place: SmallPlace): Promise<Engine> {
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  return engine;
}

const commands = (most: number) =>
  fc.commands(
    [
      importing,
      importing,
      importingVectors,
      training,
      trainingSequences,
      ofModels,
      ofSequences,
      ofTexts,
      ofTexts,
      ofOwnWork,
      ofOwnWork,
      openingAgain,
    ],
    { maxCommands: most },
  );

/** Whatever any sequence of calls made can be saved, is found whole, and is there again. */
export async function checkCalls(
  runs: number,
  most: number,
): Promise<{ readonly done: number; readonly refused: number }> {
  const counted = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(commands(most), async (sequence) => {
      const place = smallPlace();
      try {
        const real: Real = { engine: await open(place), place, files: 0, counted };
        const model: Model = {
          documents: 0,
          models: [],
          sequences: [],
          lists: new Set(),
          queries: new Set(),
        };
        await fc.asyncModelRun(() => ({ model, real }), sequence);
        const { digest } = await real.engine.call('project.digest', {});
        await real.engine.call('project.close', { save: true });
        const file = { path: place.project };
        expect(await place.engine().call('project.verify', { file })).toMatchObject({
          ok: true,
          problems: [],
        });
        const again = await open(place);
        expect(await again.call('project.digest', {})).toEqual({ digest });
        await again.call('project.close', { save: false });
      } finally {
        place.remove();
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
  return counted;
}
