import { AppError } from '../contract/errors.ts';
import type { Checked } from '../contract/contract.ts';
import type { StudySummary } from '../contract/study.ts';
import { asAsked } from '../opened/divided-study.ts';
import { costOf, planStudy } from '../opened/study-plan.ts';
import { findModel, listModels } from '../project/models.ts';
import { listStudies, removeStudy } from '../project/studies.ts';
import { collectCount } from './collect-count.ts';
import { collectStudy } from './collect-study.ts';
import { findCountPlan } from './count-folder-files.ts';
import { countTask } from './count-task.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { planCount } from './plan-count.ts';
import { planFolder } from './plan-study.ts';
import { studyDifferences, studyParts } from './parts-of-study.ts';
import { runStudy } from './run-study.ts';
import { makeTask } from './study-task.ts';

export const studyCalls: Handlers<'study'> = {
  'study.cost': (session, asked) => costOf(session, planStudy(session, asked)),
  'study.run': (session, asked, hooks) => runStudy(session, planStudy(session, asked), hooks),
  'study.plan': (session, asked, hooks) => {
    refuseForeign(asked);
    return asked.count
      ? planCount(session, asked, pathOf(asked.target), hooks)
      : planFolder(session, planStudy(session, asked), pathOf(asked.target), hooks);
  },
  'study.task': (session, { folder: ref, run }, hooks) => {
    const folder = pathOf(ref);
    const counting = findCountPlan(folder);
    return counting === null
      ? makeTask(session, { folder, run }, hooks)
      : countTask(session, counting, { folder, run }, hooks);
  },
  'study.collect': async (session, { folder: ref }, hooks) => {
    const folder = pathOf(ref);
    const counting = findCountPlan(folder);
    return counting === null
      ? collectStudy(session, folder, hooks.signal === undefined ? {} : { signal: hooks.signal })
      : collectCount(session, counting, folder, hooks);
  },
  'study.list': ({ project: { db } }): StudySummary[] => {
    const names = new Map(listModels(db).map(({ id, name }) => [id, name]));
    return listStudies(db).map(({ modelId, kind, division, createdAt, runs }) => ({
      study: kind,
      division: division === null ? null : asAsked(division),
      model: names.get(modelId)!,
      runs: runs.filter(({ failure }) => failure === null).length,
      failed: runs.flatMap(({ number, failure }) => (failure === null ? [] : [{ run: number, ...failure }])),
      trainingSeconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
      createdAt,
    }));
  },
  'study.parts': studyParts,
  'study.differences': studyDifferences,
  'study.remove': (session, { kind, by, model: name }) => {
    const { db } = session.project;
    const model = findModel(db, name);
    if (!removeStudy(db, model.id, kind, by)) throw new AppError('E_STUDY_MISSING', { model: model.name });
    return null;
  },
};

/** What only the other of the two plans takes would be passed over in silence. @throws AppError E_SETTING_INVALID */
function refuseForeign({
  count,
  kind,
  by,
  cuts,
  equal,
  model,
  ngrams,
  name,
  settings,
}: Checked<'study.plan'>): void {
  const foreign = count
    ? { model, by, cuts, equal, kind: kind === 'bootstrap' ? undefined : kind }
    : { ngrams, name, ...settings };
  for (const [setting, value] of Object.entries(foreign))
    if (value !== undefined)
      throw new AppError('E_SETTING_INVALID', {
        setting: `${setting} (count = ${count})`,
        value: String(value),
      });
}
