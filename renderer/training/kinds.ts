import type { App } from '../state/app.svelte.ts';
import type { Training } from '../state/training.svelte.ts';

/** What is trained: word vectors, or a recurrent model over them. One thing at a time. */
export type Kind = 'model' | 'sequence';

export interface TrainedKind {
  readonly training: Training<'model.train'> | Training<'sequence.train'>;
  /** What was just trained; null before, and after the person has heard of it. */
  readonly finished: { readonly name: string; readonly seconds: number } | null;
  readonly rename: (model: string, name: string) => Promise<void>;
  readonly remove: (model: string) => Promise<void>;
}

/** How the two kinds are asked for, for all that treats them alike. To be called where it may be called again: it reads state. */
export function ofKind(app: App, kind: Kind): TrainedKind {
  const { firth, project, sequences } = app;
  if (kind === 'model') {
    const { result } = app.training;
    return {
      training: app.training,
      finished: result === null ? null : { name: result.model, seconds: result.seconds },
      async rename(model, name) {
        const wasChosen = project.chosenModel === model;
        await firth.call('model.rename', { model, name });
        if (wasChosen) project.chosenModel = name;
        await project.refresh();
      },
      async remove(model) {
        await firth.call('model.delete', { model });
        await project.refresh();
      },
    };
  }
  return {
    training: sequences.training,
    finished: sequences.training.result,
    async rename(model, name) {
      const wasChosen = sequences.chosen === model;
      await firth.call('sequence.rename', { model, name });
      if (wasChosen) sequences.chosen = name;
      await sequences.refresh();
      await project.refresh();
    },
    async remove(model) {
      await firth.call('sequence.delete', { model });
      await sequences.refresh();
      await project.refresh();
    },
  };
}
