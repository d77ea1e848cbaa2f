import { describe, expect, it, vi } from 'vitest';
import type { Firth } from '../../../core/contract/window.ts';
import { Project } from '../../../renderer/state/project.svelte.ts';
import { emptyInfo, info, models } from '../sample-project.ts';
import { answering, failing } from './answering.ts';

describe('the open project', () => {
  it('begins afresh with each that is opened', async () => {
    const { firth } = answering({ 'project.open': () => info });
    const project = new Project(firth, () => 7);
    expect([project.info, project.hasTexts, project.model]).toEqual([null, false, null]);
    await project.open('a');
    expect(project.hasTexts).toBe(true);
    expect(project.model?.name).toBe(models.toSorted((a, b) => b.createdAt - a.createdAt)[0]!.name);
    project.chosenModel = 'cbow 50';
    expect(project.model?.name).toBe('cbow 50');
    const before = project.serial;
    await project.open('b');
    expect(project.serial).toBe(before + 1);
    expect(project.chosenModel).toBeNull();
  });

  it('asks the newest model where the chosen one is gone', async () => {
    const { firth } = answering({ 'project.open': () => info });
    const project = new Project(firth, () => 0);
    await project.open('a');
    project.chosenModel = 'deleted';
    expect(project.model).toBe(project.models[0]);
  });

  it('is saved to its own file, or to one that the person chooses', async () => {
    const { firth, asked } = answering({
      'project.open': ({ create }) => (create === true ? emptyInfo : info),
      'project.save': () => ({ name: 'x' }),
      'project.info': () => info,
    });
    const chooseSaveTarget = vi.fn<() => Promise<{ grant: string } | null>>(() => Promise.resolve(null));
    const window = { ...firth, newProject: () => Promise.resolve({ grant: 'new' }), chooseSaveTarget };
    const project = new Project(window as unknown as Firth, () => 42);
    await project.create();
    expect(await project.save('Untitled')).toBe(false);
    expect(project.savedAt).toBeNull();
    chooseSaveTarget.mockResolvedValue({ grant: 'there' });
    expect(await project.save('Untitled')).toBe(true);
    expect(chooseSaveTarget).toHaveBeenLastCalledWith('Untitled.firth');
    expect(project.savedAt).toBe(42);
    await project.save('Untitled');
    const saves = asked.filter(({ method }) => method === 'project.save').map(({ input }) => input);
    expect(saves).toEqual([{ target: { grant: 'there' } }, {}]);
  });

  it('is behind its file only where there is one that can be written', async () => {
    const states = [
      { ...info, unsaved: true },
      { ...info, unsaved: true, name: null },
      { ...info, unsaved: true, readOnly: true },
      { ...info, unsaved: false },
    ];
    const { firth } = answering({ 'project.open': () => states.shift()! });
    const project = new Project(firth, () => 0);
    const behind: boolean[] = [];
    while (states.length > 0) {
      await project.open('a');
      behind.push(project.isBehind);
    }
    expect(behind).toEqual([true, false, false, false]);
  });

  it('is taken up where the engine has one open, and only there', async () => {
    let opened: typeof info | null = null;
    const { firth } = answering({
      'project.info': () => {
        if (opened === null) throw failing('E_REQUEST_INVALID');
        return opened;
      },
    });
    const project = new Project(firth, () => 0);
    expect([await project.takeUp(), project.info]).toEqual([false, null]);
    opened = info;
    expect([await project.takeUp(), project.info]).toEqual([true, info]);
  });

  it('tells lists of words and lines when its texts have changed', async () => {
    const { firth } = answering({ 'project.info': () => info });
    const project = new Project(firth, () => 0);
    await project.corpusChanged();
    expect([project.edition, project.info]).toEqual([1, info]);
  });
});
