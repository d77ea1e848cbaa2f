import { describe, expect, it } from 'vitest';
import type { SequenceResult, SequenceSummary } from '../../../core/contract/sequence.ts';
import { Jobs } from '../../../renderer/state/jobs.svelte.ts';
import type { Project } from '../../../renderer/state/project.svelte.ts';
import { Sequences } from '../../../renderer/state/sequences.svelte.ts';
import { answering } from './answering.ts';

const summary = (name: string, createdAt: number) => ({ name, createdAt }) as SequenceSummary;

function opened(models: SequenceSummary[]) {
  const { firth, asked } = answering({
    'sequence.list': () => [...models],
    'sequence.train': () => {
      models.push(summary('lstm 3', 30));
      return { name: 'lstm 3' } as SequenceResult;
    },
  });
  const refreshed: number[] = [];
  const project = {
    refresh: () => {
      refreshed.push(models.length);
      return Promise.resolve();
    },
  } as unknown as Project;
  return { sequences: new Sequences(firth, new Jobs(firth, () => 0), project), asked, refreshed };
}

describe('recurrent models of a project', () => {
  it('stand with the newest first, which is asked until another is chosen', async () => {
    const { sequences } = opened([summary('lstm 1', 10), summary('lstm 2', 20)]);
    expect(sequences.model).toBeNull();
    await sequences.refresh();
    expect(sequences.models.map(({ name }) => name)).toEqual(['lstm 2', 'lstm 1']);
    expect(sequences.model?.name).toBe('lstm 2');
    sequences.chosen = 'lstm 1';
    expect(sequences.model?.name).toBe('lstm 1');
    sequences.chosen = 'gone';
    expect(sequences.model?.name).toBe('lstm 2');
  });

  it('have the one that was just trained, and it is the one that is asked', async () => {
    const { sequences, refreshed } = opened([summary('lstm 1', 10)]);
    await sequences.training.start(
      () => 'Training',
      () => '',
      { settings: {} },
    );
    expect(refreshed).toEqual([2]);
    expect(sequences.model?.name).toBe('lstm 3');
  });

  it('are forgotten with their project', async () => {
    const { sequences } = opened([summary('lstm 1', 10)]);
    await sequences.refresh();
    sequences.chosen = 'lstm 1';
    sequences.clear();
    expect([sequences.models, sequences.model, sequences.chosen]).toEqual([[], null, null]);
  });
});
