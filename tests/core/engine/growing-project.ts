import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calls } from '../../../core/contract/calls/all.ts';
import { workOf } from '../../work-of.ts';
import { answered, questionsOf, type Asked } from './asked-of-all.ts';
import { smallPlace } from './small-engine.ts';

const sentences = 12;

/** A text of the same length as every other, with some words that all have and one in each sentence that few have. */
function textOf(number: number): string {
  const rows = Array.from({ length: sentences }, (_, sentence) => {
    const animal = ['cat', 'dog', 'hen', 'cow'][(number + sentence) % 4]!;
    const rare = `rare${(number * sentences + sentence) >> 1}`;
    const words = ['the', animal, 'ate', 'the', 'bread', 'near', rare];
    const tags = ['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'ADP', rare.toUpperCase()];
    const lines = words.map((word, at) => `${at + 1}\t${word}\t${word}\t${tags[at]}\t_\t_\t0\troot\t_\t_`);
    return `# speaker = S${number % 5}\n${lines.join('\n')}\n\n`;
  });
  return `# newdoc id = t${number}\n${rows.join('')}`;
}

/** Lists are asked for whole. */
function whole([method, input]: Asked): Asked {
  const { entries } = calls[method].input;
  const all = { limit: 1_000_000, top: 1_000_000 };
  // These have a most of their own.
  const isBounded = method === 'lines.network' || method.startsWith('sequence.');
  const given = Object.entries(all).filter(([field]) => field in entries && !isBounded);
  return [method, { ...Object.fromEntries(given), ...(input as object) }];
}

/**
 * Makes a project of so many texts, with as many lists, notes and fields, and asks everything of it.
 * @returns what each step took, by its name
 */
export async function workOfProject(texts: number): Promise<ReadonlyMap<string, number>> {
  const place = smallPlace();
  const took = new Map<string, number>();
  const take = async (name: string, done: () => Promise<unknown>) => {
    const { work } = await workOf(done);
    took.set(name, work);
  };
  try {
    const folder = join(place.folder, 'texts');
    mkdirSync(folder);
    for (let number = 0; number < texts; number++)
      writeFileSync(join(folder, `${1500 + number}.conllu`), textOf(number));
    const engine = place.engine();
    await engine.call('project.open', { file: { path: place.project }, create: true });
    await take('corpus.import', async () => {
      const files = [{ path: folder }];
      const { documents } = await engine.call('corpus.import', { files, metadataPattern: '{year}' });
      if (documents !== texts) throw new Error(`${documents} texts of ${texts}`);
    });
    await engine.call('corpus.setFieldKind', { field: 'year', kind: 'number' });
    await take('corpus.setSubCorpora', () =>
      engine.call('corpus.setSubCorpora', {
        subCorpora: [
          { name: 'old', conditions: [{ field: 'year', to: String(1500 + texts / 2) }] },
          ...Array.from({ length: texts }, (_, at) => ({
            name: `s${at}`,
            conditions: [{ field: 'year', values: [String(1500 + at)] }],
          })).slice(0, 16),
        ],
      }),
    );
    const settings = { dimensions: 4, epochs: 1, minCount: 1, window: 2, mode: 'reproducible' } as const;
    await take('model.train', () =>
      engine.call('model.train', { name: 'one', settings, watched: ['cat', 'dog'] }),
    );
    await engine.call('model.train', { name: 'other', settings: { ...settings, seed: 2 } });
    await take('study.run', () => engine.call('study.run', { model: 'one', runs: 2 }));
    const network = { cell: 'rnn', hidden: 8, minCount: 20, epochs: 1, embeddings: 'learned' } as const;
    await take('sequence.train', () =>
      engine.call('sequence.train', { name: 'recurrent', settings: network }),
    );
    const words = Array.from({ length: texts * 4 }, (_, at) => `rare${at}`);
    await take('lists.set', () =>
      engine.call('lists.set', { name: 'pets', words: ['cat', 'dog', ...words], counts: 'texts' }),
    );
    await take('notes.set', async () => {
      for (let document = 1; document <= texts; document++)
        await engine.call('notes.set', { document, position: 1, category: 'animal', note: `of ${document}` });
    });
    await engine.call('savedQueries.save', { name: 'cats', query: 'cat' });
    await take('project.save', () => engine.call('project.save', {}));
    for (const [at, asked] of questionsOf(place.folder).entries()) {
      const question = whole(asked);
      await take(`${at} ${question[0]} ${JSON.stringify(question[1]).slice(0, 90)}`, async () => {
        const answer = await answered(engine, question);
        if (answer.startsWith('E_')) throw new Error(`${question[0]}: ${answer}`);
      });
    }
    await take('corpus.setMetadata', () =>
      engine.call('corpus.setMetadata', { field: 'place', value: 'Rome', texts: 'all' }),
    );
    await take('corpus.recut', () => engine.call('corpus.recut', { tokens: { punctuation: 'keep' } }));
    const half = Array.from({ length: texts / 2 }, (_, at) => at + 1);
    await take('corpus.removeDocuments', () =>
      engine.call('corpus.removeDocuments', { texts: { documents: half } }),
    );
    await take('project.close', () => engine.call('project.close', { save: true }));
    await take('project.verify', () => engine.call('project.verify', { file: { path: place.project } }));
    return took;
  } finally {
    place.remove();
  }
}
