import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

function folderOf(files: Readonly<Record<string, string>>): string {
  place = smallPlace();
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('a look at names', () => {
  it('proposes a pattern, shows what it says of each file, and opens none', async () => {
    const folder = folderOf({ '1841_Willkomm.txt': 'a', '1850_Otto.txt': '', 'notes.doc': '\xd0\xcf' });
    const engine = place.engine();
    const files = [{ path: folder }];
    const first = await engine.call('corpus.lookAtNames', { files });
    expect(first).toMatchObject({ total: 3, fit: { files: 0, filesWithoutCount: 3 } });
    const named = await engine.call('corpus.lookAtNames', { files, metadataPattern: '{year}_{author}' });
    expect(named.rows).toEqual([
      { file: '1841_Willkomm.txt', metadata: { year: 1841, author: 'Willkomm' } },
      { file: '1850_Otto.txt', metadata: { year: 1850, author: 'Otto' } },
      { file: 'notes.doc', metadata: {} },
    ]);
    expect(named.fit).toMatchObject({ files: 2, filesWithout: ['notes.doc'] });
    await expect(
      engine.call('corpus.lookAtNames', { files, metadataPattern: 'no field' }),
    ).rejects.toMatchObject({ code: 'E_METADATA_INVALID' });
  });

  it('recognises a table among the files, and names rows without a file', async () => {
    const folder = folderOf({
      '1841_Willkomm.txt': 'a',
      '1850_Otto.txt': 'b',
      'list.csv': 'file,place\n1841_Willkomm,Leipzig\n1850_Otto.txt,Halle\n',
    });
    const engine = place.engine();
    const look = await engine.call('corpus.lookAtNames', { files: [{ path: folder }] });
    expect(look).toMatchObject({
      proposed: '{year}_{author}',
      total: 2,
      fit: { table: 'list.csv', files: 2 },
    });
    writeFileSync(join(place.folder, 'other.csv'), 'file,place\nabsent.txt,Bonn\n');
    const given = await engine.call('corpus.lookAtNames', {
      files: [{ path: folder }],
      metadataFile: { path: join(place.folder, 'other.csv') },
    });
    expect(given.fit).toMatchObject({ files: 0, rowsWithout: ['absent.txt'] });
  });
});

describe('metadata that come later', () => {
  it('are added to the texts of the project: from names, then from a table', async () => {
    const folder = folderOf({
      '1841_a#b.txt': 'one text',
      '1850_table.csv': 'text,n\nfirst row here,1\nsecond row here,2\n',
    });
    const engine = place.engine();
    await engine.call('project.open', { file: { path: place.project }, create: true });
    await engine.call('corpus.import', {
      files: [{ path: folder }],
      language: 'en',
      encoding: 'auto',
      tokens: defaultTokenSettings,
    });
    const fields = async () =>
      (await engine.call('corpus.documents', {})).rows.map(({ metadata }) => metadata);
    const look = await engine.call('corpus.applyMetadata', { metadataPattern: '{year}_{title}', look: true });
    expect(look).toMatchObject({ changed: 0, total: 2, fit: { files: 2 } });
    expect(await fields()).toEqual([{}, { n: 1 }, { n: 2 }]);

    expect(await engine.call('corpus.applyMetadata', { metadataPattern: '{year}_{title}' })).toMatchObject({
      changed: 3,
    });
    expect(await fields()).toEqual([
      { year: 1841, title: 'a#b' },
      { n: 1, year: 1850, title: 'table' },
      { n: 2, year: 1850, title: 'table' },
    ]);

    const table = join(place.folder, 'list.csv');
    writeFileSync(table, 'file,title\n1841_a#b.txt,Letters\nabsent,No\n');
    const applied = await engine.call('corpus.applyMetadata', { metadataFile: { path: table } });
    expect(applied).toMatchObject({ changed: 1, fit: { rowsWithout: ['absent'] } });
    expect((await fields())[0]).toEqual({ year: 1841, title: 'Letters' });
    expect(await engine.call('corpus.applyMetadata', { metadataFile: { path: table } })).toMatchObject({
      changed: 0,
    });
  });
});
