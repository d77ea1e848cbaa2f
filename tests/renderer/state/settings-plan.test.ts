import { describe, expect, it } from 'vitest';
import type { SubCorpusRow } from '../../../core/contract/corpus.ts';
import type { Firth } from '../../../core/contract/window.ts';
import { SettingsPlan } from '../../../renderer/state/settings-plan.svelte.ts';
import { answering, failing } from './answering.ts';

interface Settings {
  readonly window: number;
  readonly epochs: number;
}
const early: SubCorpusRow = {
  name: 'early',
  conditions: [{ field: 'year', to: '1850' }],
  documents: 2,
  tokens: 900,
};

/** Small texts want more passes. */
class TestPlan extends SettingsPlan<Settings, { settings: Settings }, { bytes: number }> {
  readonly table = {};
  fails: Error | null = null;
  protected askPreset(): Promise<{ settings: Settings }> {
    return Promise.resolve({ settings: { window: 5, epochs: this.texts === null ? 5 : 60 } });
  }
  protected askEstimate({ epochs }: Settings): Promise<{ bytes: number }> {
    return this.fails === null ? Promise.resolve({ bytes: epochs * 10 }) : Promise.reject(this.fails);
  }
  start(): Promise<void> {
    return Promise.resolve();
  }
}

async function begun(subCorpora: readonly SubCorpusRow[] = [early]): Promise<TestPlan> {
  const { firth } = answering({ 'corpus.subCorpora': () => ({ subCorpora }) });
  const plan = new TestPlan(firth);
  await plan.begin();
  return plan;
}

describe('a model that is to be trained', () => {
  it('begins with the preset for the whole corpus', async () => {
    const plan = await begun();
    expect(plan.settings).toEqual({ window: 5, epochs: 5 });
    expect([plan.changed, plan.ready, plan.texts]).toEqual([false, true, null]);
    expect(plan.ofTexts).toEqual({});
  });

  it('follows the preset of other texts, but keeps what the person has changed', async () => {
    const plan = await begun();
    plan.change({ window: 2 });
    await plan.chooseTexts('early');
    expect(plan.settings).toEqual({ window: 2, epochs: 60 });
    expect(plan.changed).toBe(true);
    plan.backToPreset();
    expect(plan.settings).toEqual({ window: 5, epochs: 60 });
    expect(plan.changed).toBe(false);
  });

  it('goes back to the whole corpus when its sub-corpus is gone', async () => {
    const lists = [[early], []];
    const { firth } = answering({ 'corpus.subCorpora': () => ({ subCorpora: lists.shift() ?? [] }) });
    const plan = new TestPlan(firth);
    await plan.begin();
    await plan.chooseTexts('early');
    expect(plan.texts?.name).toBe('early');
    await plan.begin();
    expect([plan.chosenTexts, plan.texts]).toEqual(['', null]);
    expect(plan.settings?.epochs).toBe(5);
  });

  it('is ordered with its texts and name, and its name is used once', async () => {
    const plan = await begun();
    await plan.chooseTexts('early');
    plan.name = '  mine ';
    expect(plan.order(false)).toEqual({
      settings: { window: 5, epochs: 60 },
      name: 'mine',
      texts: { conditions: early.conditions },
    });
    expect(plan.name).toBe('');
    expect(plan.order(true)).toEqual({ settings: {}, resume: true });
  });

  it('cannot begin while a setting is refused, and names that setting', async () => {
    const plan = await begun();
    plan.fails = failing('E_SETTING_INVALID', { setting: 'window' });
    plan.reckon({ window: 99, epochs: 5 });
    await expect.poll(() => plan.faulty).toBe('window');
    expect(plan.ready).toBe(false);
    plan.fails = null;
    plan.reckon({ window: 5, epochs: 5 });
    await expect.poll(() => plan.ready).toBe(true);
    expect(plan.estimate.value).toEqual({ bytes: 50 });
  });

  it('cannot begin before there is a preset', () => {
    expect(new TestPlan({} as Firth).ready).toBe(false);
  });
});
