import type { Hooks } from '../contract/progress.ts';
import { stretchesOf } from '../contract/number-stretches.ts';
import type { FailedRun, StudyCollected } from '../contract/study.ts';
import { asAsked } from '../opened/divided-study.ts';
import { planStudy } from '../opened/study-plan.ts';
import { findStudy, storeRun } from '../project/studies.ts';
import { goOn } from '../stop-signal.ts';
import { folderPlanOf } from './plan-study.ts';
import type { Session } from './session.ts';
import { folderFault, planIn, publishedRun } from './study-folder-files.ts';

/**
 * Takes over what tasks have published, each run as it was made; what is in the project already stays.
 * @throws AppError E_STUDY_FOLDER where the plan is not that of the model as it is now, E_MODEL_UNKNOWN, E_STUDY_IMPOSSIBLE
 */
export function collectStudy(session: Session, folder: string, { signal }: Hooks): StudyCollected {
  const { project, environment } = session;
  const plan = planIn(environment, folder);
  const { kind, runs: of } = plan;
  const asked = planStudy(session, {
    kind,
    runs: of,
    model: plan.model,
    ...(plan.division === undefined ? {} : asAsked(plan.division)),
  });
  const { model, missing: wanted } = asked;
  const division = asked.inParts?.division ?? null;
  if (
    folderPlanOf(session, asked, { ...(signal === undefined ? {} : { signal }) }).planned.plan !== plan.plan
  )
    throw folderFault(folder, 'other');
  const { id: modelId, dimensions } = model;
  const study = { modelId, kind, division, dimensions, now: environment.now() };
  const missing: number[] = [];
  const damaged: number[] = [];
  const foreign: number[] = [];
  const failed: FailedRun[] = [];
  let taken = 0;
  for (const number of wanted) {
    goOn(signal);
    const found = publishedRun(folder, plan, number);
    if (found === null) missing.push(number);
    else if (found === 'damaged') damaged.push(number);
    else if (found === 'foreign') foreign.push(number);
    else {
      const { seconds } = found;
      if ('failure' in found) {
        failed.push({ run: number, ...found.failure });
        storeRun(project.db, study, { number, seconds, failure: found.failure });
      } else {
        taken += 1;
        storeRun(project.db, study, { number, seconds, rows: found.rows });
      }
    }
  }
  const again = [...missing, ...damaged, ...foreign, ...failed.map(({ run }) => run)].sort((a, b) => a - b);
  const runs = findStudy(project.db, model.id, kind, division)?.runs ?? [];
  return {
    study: kind,
    model: model.name,
    runs: runs.filter(({ failure, number }) => failure === null && number <= of).length,
    of,
    taken,
    missing,
    failed,
    damaged,
    foreign,
    array: again.length === 0 ? null : stretchesOf(again),
  };
}
