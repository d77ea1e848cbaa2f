import type { ProjectInfo } from '../contract/project.ts';
import { corpusSummary } from '../project/documents.ts';
import { rescueProject } from '../project/rescue.ts';
import { findCheckpoint } from '../project/training-checkpoints.ts';
import { verifyProject } from '../project/verify.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { modelSummaries } from './model-summaries.ts';
import type { Session } from './session.ts';

export const projectCalls: Handlers<'project'> = {
  'project.open': (session, { file, create, readOnly }) => {
    session.open(pathOf(file), {
      ...(create === undefined ? {} : { create }),
      ...(readOnly === undefined ? {} : { readOnly }),
    });
    return projectInfo(session);
  },
  'project.info': (session) => projectInfo(session),
  'project.save': (session, { target }) => {
    session.project.save(target === undefined ? undefined : pathOf(target));
    return { name: session.project.status().name ?? '' };
  },
  'project.close': async (session, { save }) => {
    await session.closeProject(save);
    return null;
  },
  'project.verify': ({ environment }, { file }) => verifyProject(environment, pathOf(file)),
  'project.rescue': ({ environment }, { file, target }) =>
    rescueProject(environment, pathOf(file), pathOf(target)),
};

function projectInfo(session: Session): ProjectInfo {
  const { project } = session;
  const { name, readOnly, unsaved } = project.status();
  const checkpoint = findCheckpoint(project.db);
  return {
    name,
    readOnly,
    unsaved,
    ...corpusSummary(project.db),
    models: modelSummaries(project.db),
    digest: project.digest(),
    resumable: checkpoint?.writtenAt ?? null,
  };
}
