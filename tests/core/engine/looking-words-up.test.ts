import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultTokenSettings, type TokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

async function project(
  texts: Readonly<Record<string, string>>,
  language: string,
  tokens: Partial<TokenSettings> = {},
) {
  place = smallPlace();
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language,
    encoding: 'auto',
    tokens: { ...defaultTokenSettings, ...tokens },
  });
  const found = async (word: string) => (await engine.call('lines.concordance', { word })).total;
  return { engine, found };
}

it('finds words by the case of their language, and by any where none is there', async () => {
  const { engine, found } = await project(
    { 'a.txt': 'İstanbul güzel. ILIK su içtim, IŞIK parlak. Straße.' },
    'tr',
  );
  expect(await Promise.all(['İstanbul', 'ISTANBUL', 'IŞIK', 'ışık', 'ılık', 'STRASSE'].map(found))).toEqual([
    1, 1, 1, 1, 1, 1,
  ]);
  await expect(found('ilik')).rejects.toMatchObject({ code: 'E_WORD_UNKNOWN' });
  const { rows } = await engine.call('corpus.words', { search: 'IŞ' });
  expect(rows.map(({ word }) => word)).toEqual(['ışık']);
});

it('finds words with spaces, however these are written', async () => {
  const { found } = await project(
    {
      'a.conllu':
        '1-2\tболған\u00a0емес\t_\t_\t_\t_\t_\t_\t_\t_\n1\tболған\u00a0емес\tбол\tVERB\t_\t_\t0\troot\t_\t_\n\n',
    },
    'kk',
  );
  expect(await found('болған емес')).toBe(1);
});

it('finds the stem that a word is counted by', async () => {
  const { found } = await project({ 'a.txt': 'The universities of one university.' }, 'en', {
    wordForm: 'stem',
  });
  expect(await found('universities')).toBe(2);
  expect(await found('University')).toBe(2);
});

it('finds a stem and a word as it is written, whichever of them counts', async () => {
  for (const tokens of [{ wordForm: 'stem' }, { stemLayer: 'keep' }] as const) {
    const { engine } = await project({ 'a.txt': 'Running! One run of 12 running.' }, 'en', tokens);
    const hits = async (query: string) => (await engine.call('query.lines', { query })).total;
    expect(await hits('[stem="run"]')).toBe(3);
    expect(await hits('[word="running"]')).toBe(1);
    expect(await hits('[word="running"%c]')).toBe(2);
    const { rows } = await engine.call('corpus.words', { search: 'run' });
    expect(rows.map(({ word }) => word).sort()).toEqual('wordForm' in tokens ? ['run'] : ['run', 'running']);
    await engine.close();
    place.remove();
  }
});

it('names the languages that have no stems where stems are asked for', async () => {
  const { engine } = await project({ 'a.txt': 'Watu wote wamezaliwa huru.' }, 'sw', { wordForm: 'stem' });
  const files = { files: [{ path: join(place.folder, 'texts') }], language: 'sw', encoding: 'auto' };
  const tokens = { ...defaultTokenSettings, stemLayer: 'keep' } as const;
  expect(await engine.call('corpus.import', { ...files, tokens })).toMatchObject({ unstemmed: ['sw'] });
  expect(await engine.call('corpus.inspect', { ...files, tokens })).toMatchObject({ unstemmed: ['sw'] });
  expect(await engine.call('corpus.recut', { tokens })).toMatchObject({ unstemmed: ['sw'] });
  expect(await engine.call('corpus.cutting', {})).toMatchObject({ languages: ['sw'] });
  expect(await engine.call('corpus.recut', { tokens: defaultTokenSettings })).not.toHaveProperty('unstemmed');
});

it('says that texts were cut by other rules, until they are cut again', async () => {
  place = smallPlace();
  copyFileSync(
    join(import.meta.dirname, '..', '..', 'fixtures', 'projects', 'schema-3.firth'),
    place.project,
  );
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project } });
  expect(await engine.call('corpus.cutting', {})).toMatchObject({ otherwise: true });
  await engine.call('corpus.recut', { tokens: defaultTokenSettings });
  expect(await engine.call('corpus.cutting', {})).toMatchObject({ otherwise: false });
});
