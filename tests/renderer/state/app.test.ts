import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { App } from '../../../renderer/state/app.svelte.ts';
import { emptyInfo, info } from '../sample-project.ts';
import { answering, failing, settled } from './answering.ts';

beforeAll(() => {
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) });
});
afterAll(() => void vi.unstubAllGlobals());

/** A window over an engine that opens every project. @param save what saving comes to */
function opened(save: () => { name: string } = () => ({ name: 'x' })) {
  return watching(save).app;
}

function watching(save: () => { name: string } = () => ({ name: 'x' })) {
  /** The list of pins that the project has. */
  let kept: readonly string[] = [];
  const { firth, asked } = answering({
    'project.open': ({ create }) => (create === true ? emptyInfo : info),
    'project.info': () => info,
    'project.close': () => null,
    'project.save': save,
    'lists.list': () => ({
      lists:
        kept.length === 0 ? [] : [{ name: 'pinned', words: kept.length, hasCounts: false, changedAt: 0 }],
    }),
    'lists.show': () => ({
      name: 'pinned',
      rows: kept.map((word) => ({ word, listed: null, count: 1 })),
    }),
    'lists.set': ({ name, words = [] }) => {
      kept = words;
      return { name, words: words.length, hasCounts: false, changedAt: 0 };
    },
    'lists.delete': () => {
      kept = [];
      return null;
    },
  });
  const window = { ...firth, newProject: () => Promise.resolve({ grant: 'new' }) };
  return { app: new App(window, { language: 'en', theme: 'light' }), asked };
}
const file = (grant: string) => ({ grant, name: `${grant}.firth`, kind: 'file' }) as const;

describe('a failure of the window', () => {
  it('is shown on the page that it arose on, and until it is dismissed', async () => {
    const app = opened();
    await app.openProject(file('a'));
    app.go.go('words');
    await app.attempt(() => Promise.reject(failing('E_IO')));
    expect(app.failure).toMatchObject({ code: 'E_IO' });
    app.go.go('compare');
    expect(app.failure).toBeNull();
    app.go.go('words');
    expect(app.failure).toMatchObject({ code: 'E_IO' });
    app.dismissFailure();
    expect(app.failure).toBeNull();
  });

  it('is shown on every page where work could not be saved, until it is', async () => {
    let fails = true;
    const app = opened(() => {
      if (fails) throw failing('E_NO_SPACE');
      return { name: 'x' };
    });
    await app.openProject(file('a'));
    await app.save();
    app.go.go('compare');
    expect(app.failure).toMatchObject({ code: 'E_NO_SPACE' });
    fails = false;
    await app.save();
    expect(app.failure).toBeNull();
  });

  it('never stands in another project', async () => {
    const app = opened(() => {
      throw failing('E_NO_SPACE');
    });
    await app.openProject(file('a'));
    await app.save();
    await app.openProject(file('b'));
    expect(app.failure).toBeNull();
    await app.save();
    await app.createProject();
    expect(app.failure).toBeNull();
    await app.save();
    await app.closeProject('give-up');
    expect(app.failure).toBeNull();
  });
});

describe('what is in hand', () => {
  it('stays while the project is saved, and goes with the project', async () => {
    const app = opened();
    await app.openProject(file('a'));
    app.pins.add('king', 'queen');
    await app.save();
    expect(app.pins.words).toEqual(['king', 'queen']);
    app.notice = 'Written to a.csv';
    app.entryInHand = 'king';
    await app.openProject(file('b'));
    expect([app.notice, app.entryInHand]).toEqual(['', null]);
  });

  it('belongs to the project where it is pinned: it is kept before a save, and there when it is opened again', async () => {
    const { app, asked } = watching();
    await app.openProject(file('a'));
    app.pins.add('king');
    app.pins.add('queen');
    await app.save();
    const written = asked.map(({ method }) => method).filter((one) => /^lists.set|save$/u.test(one));
    expect(written).toEqual(['lists.set', 'project.save']);
    expect(asked.find(({ method }) => method === 'lists.set')?.input).toEqual({
      name: 'pinned',
      words: ['king', 'queen'],
    });
    await app.openProject(file('a'));
    await settled();
    expect(app.pins.words).toEqual(['king', 'queen']);
    app.pins.clear();
    await app.closeProject('keep');
    expect(asked.some(({ method }) => method === 'lists.delete')).toBe(true);
    await app.openProject(file('a'));
    await settled();
    expect(app.pins.words).toEqual([]);
  });

  it('is not written into a project that is given up', async () => {
    const { app, asked } = watching();
    await app.openProject(file('a'));
    app.pins.add('king');
    await app.closeProject('give-up');
    expect(asked.some(({ method }) => method === 'lists.set')).toBe(false);
  });
});
