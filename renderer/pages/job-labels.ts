import type { JobMethod } from '../../core/contract/jobs.ts';
import type { Interface } from '../state/interface.svelte.ts';
import { wording as corpus } from './corpus/wording.ts';
import { wording as exporting } from './export/wording.ts';
import { wording as sequence } from './sequence/wording.ts';
import { wording as train } from './train/wording.ts';

/** What work is called that goes on while the page is loaded again: as the page calls it that asked for it. */
export function jobLabel(ui: Interface, method: JobMethod): string {
  switch (method) {
    case 'corpus.import':
    case 'corpus.inspect':
      return ui.t.frame.building;
    case 'corpus.recut':
      return ui.say(corpus).cutting.working;
    case 'corpus.compareCuts':
      return ui.say(corpus).workbench.comparing;
    case 'model.train':
      return ui.say(train).running;
    case 'model.importVectors':
      return ui.say(train).importVectors;
    case 'study.run':
      return ui.t.parts.studyOffer.running;
    // No page asks for them.
    case 'evaluate.analogies':
    case 'evaluate.pairs':
      return ui.say(train).title;
    case 'sequence.train':
      return ui.say(sequence).running;
    case 'sequence.sentences':
    case 'sequence.unit':
    case 'sequence.similar':
      return ui.say(sequence).reading;
    case 'exchange.export':
      return ui.say(exporting).title;
  }
}
