import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { App } from '../../../renderer/state/app.svelte.ts';
import { emptyInfo, info } from '../sample-project.ts';
import { answering, failing } from './answering.ts';

beforeAll(() => {
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) });
});
afterAll(() => void vi.unstubAllGlobals());

/** A window over an engine that opens every project. @param save what saving comes to */
function opened(save: () => { name: string } = () => ({ name: 'x' })) {
  const { firth } = answering({
    'project.open': ({ create }) => (create === true ? emptyInfo : info),
    'project.info': () => info,
    'project.close': () => null,
    'project.save': save,
  });
  const window = { ...firth, newProject: () => Promise.resolve({ grant: 'new' }) };
  return new App(window as never, { language: 'en', theme: 'light' });
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
    expect([app.pins.words, app.notice, app.entryInHand]).toEqual([[], '', null]);
  });
});
