import type { ProjectInfo } from '../contract/project.ts';
import { lastCut } from '../opened/cutting.ts';
import { corpusSummary } from '../project/documents.ts';
import { listBackups } from '../project/backups.ts';
import { restoreBackup } from '../project/restore-backup.ts';
import { resolveTarget } from '../project/target-path.ts';
import { discardRecoverable, discardUnsaved, listRecoverable } from '../project/leftovers.ts';
import { rescueProject } from '../project/rescue.ts';
import { findCheckpoint } from '../project/training-checkpoints.ts';
import { verifyProject } from '../project/verify.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { modelSummaries } from '../opened/model-summaries.ts';
import type { Session } from './session.ts';

export const projectCalls: Handlers<'project'> = {
  'project.open': async (session, { file, create, readOnly, leftover }) => {
    await session.open(pathOf(file), {
      ...(create === undefined ? {} : { create }),
      ...(readOnly === undefined ? {} : { readOnly }),
      ...(leftover === undefined ? {} : { leftover }),
    });
    return projectInfo(session);
  },
  'project.info': (session) => projectInfo(session),
  'project.digest': ({ project }) => ({ digest: project.digest() }),
  'project.save': (session, { target }) => {
    session.project.save(target === undefined ? undefined : pathOf(target));
    return { name: session.project.status().name ?? '' };
  },
  'project.close': async (session, { save }) => {
    await session.closeProject(save);
    return null;
  },
  'project.verify': ({ environment }, { file }) => verifyProject(environment, pathOf(file)),
  'project.recoverable': ({ environment }) => ({ projects: listRecoverable(environment) }),
  'project.recover': async (session, { id }) => {
    await session.recover(id);
    return projectInfo(session);
  },
  'project.giveUp': ({ environment }, { id }) => {
    discardRecoverable(environment, id);
    return null;
  },
  'project.discard': ({ environment }, { file }) => ({
    projects: discardUnsaved(environment, resolveTarget(pathOf(file))),
  }),
  'project.backups': ({ environment }, { file }) => ({
    backups: listBackups(environment, resolveTarget(pathOf(file))).map(({ saves, madeAt, bytes }) => ({
      saves,
      madeAt,
      bytes,
    })),
  }),
  'project.restore': ({ environment }, { file, saves, target }) => {
    restoreBackup(environment, { file: pathOf(file), saves, to: pathOf(target) });
    return null;
  },
  'project.rescue': ({ environment }, { file, target }) =>
    rescueProject(environment, pathOf(file), pathOf(target)),
};

function projectInfo(session: Session): ProjectInfo {
  const { project } = session;
  const { name, readOnly, unsaved } = project.status();
  const checkpoint = findCheckpoint(project.db);
  const summary = corpusSummary(project.db);
  return {
    name,
    readOnly,
    unsaved,
    ...summary,
    cutOtherwise: summary.documents > 0 && lastCut(project.db).otherwise,
    models: modelSummaries(session),
    resumable: checkpoint?.writtenAt ?? null,
    resumableKind: checkpoint?.kind ?? null,
    recovered: project.recovered?.startedAt ?? null,
    unsavedWork: project.recoverable,
  };
}
