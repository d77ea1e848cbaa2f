import { joined } from '../call.ts';
import { changeCalls } from './change.ts';
import { contrastCalls } from './contrast.ts';
import { corpusCalls } from './corpus.ts';
import { exchangeCalls } from './exchange.ts';
import { jobCalls } from './jobs.ts';
import { learningCalls } from './learning.ts';
import { linesCalls } from './lines.ts';
import { listCalls } from './lists.ts';
import { mapCalls } from './map.ts';
import { modelCalls } from './model.ts';
import { noteCalls, savedQueryCalls } from './notes.ts';
import { projectCalls } from './project.ts';
import { queryCalls } from './query.ts';
import { searchCalls } from './search.ts';
import { sequenceCalls } from './sequence.ts';
import { studyCalls } from './study.ts';
import { wordPageCalls } from './word-page.ts';
import { wordsCalls } from './words.ts';

/** Everything that can be asked, by name, in the order of the work. */
export const calls = joined(
  corpusCalls,
  wordsCalls,
  wordPageCalls,
  linesCalls,
  queryCalls,
  savedQueryCalls,
  noteCalls,
  listCalls,
  modelCalls,
  learningCalls,
  searchCalls,
  contrastCalls,
  mapCalls,
  changeCalls,
  studyCalls,
  sequenceCalls,
  exchangeCalls,
  projectCalls,
  jobCalls,
);
