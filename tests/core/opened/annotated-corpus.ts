import { join } from 'node:path';
import fc from 'fast-check';
import { memoOf } from '../../../core/opened/memo.ts';
import type { Opened } from '../../../core/opened/opened.ts';
import { appendImport } from '../../../core/project/append-import.ts';
import { readRevision } from '../../../core/project/changes.ts';
import type { NewDocument } from '../../../core/project/import-rows.ts';
import { importOf } from '../project/sample-rows.ts';
import { opened, temporaryPlace } from '../project/temporary-project.ts';

/** A text as plain rows: every token with a lemma, and who said it; empty for nothing. */
export interface PlainToken {
  readonly form: string;
  readonly lemma: string;
  readonly who: string;
  /** Begins a sentence. */
  readonly first: boolean;
}

export const plainTexts: fc.Arbitrary<readonly (readonly PlainToken[])[]> = fc.array(
  fc.array(
    fc.record({
      form: fc.constantFrom('go', 'went', 'be', 'been'),
      lemma: fc.constantFrom('', 'go', 'be'),
      who: fc.constantFrom('', 'A', 'B'),
      first: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  { minLength: 1, maxLength: 3 },
);

/** Turns: tokens in a row that one person said, within a text. First and last tokens of the text. */
export function turnsOf(text: readonly PlainToken[]): { start: number; end: number; who: string }[] {
  const turns: { start: number; end: number; who: string }[] = [];
  text.forEach(({ who }, at) => {
    const goesOn = at > 0 && text[at - 1]!.who === who;
    if (who === '') return;
    if (goesOn) turns.at(-1).end = at;
    else turns.push({ start: at, end: at, who });
  });
  return turns;
}

const lemmas = ['', 'go', 'be'];
const people = ['', 'A', 'B'];

/** The texts in a real project. */
export function corpusOf(texts: readonly (readonly PlainToken[])[]): Opened {
  const place = temporaryPlace();
  const project = opened(place);
  const named = Object.fromEntries(
    texts.map((text, at) => [
      `text ${at}`,
      text.map(({ form, first }, token) => (token === 0 ? '' : first ? '\n' : ' ') + form).join(''),
    ]),
  );
  const plain = importOf(named);
  const documents = [...plain.documents].map((one, at): NewDocument => {
    const text = texts[at]!;
    const starts = [...named[one.name]!.matchAll(/[^ \n]+/gu)].map(({ index }) => index);
    const turns = turnsOf(text);
    return {
      ...one,
      *tokens() {
        for (const piece of one.tokens())
          yield { ...piece, layers: [piece.ids.map((_, token) => lemmas.indexOf(text[token]!.lemma))] };
      },
      annotations: () => ({
        layers: [{ name: 'lemma', kind: 'lemma', values: lemmas }],
        regions: [
          {
            name: 'turn',
            starts: Uint32Array.from(turns, ({ start }) => starts[start]!),
            ends: Uint32Array.from(turns, ({ end }) => starts[end]! + text[end]!.form.length),
            attributes: [
              {
                name: 'who',
                kind: 'other',
                values: people,
                ids: Uint32Array.from(turns, ({ who }) => people.indexOf(who)),
              },
            ],
          },
        ],
      }),
    };
  });
  appendImport(project.db, { ...plain, documents });
  const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');
  return {
    environment: { ...place.environment, kernels },
    project,
    ...memoOf(() => readRevision(project.db)),
  };
}
