import * as v from 'valibot';
import { answer, byHand, call, windowOnly } from '../call.ts';
import { count, flag, optional, projectFile, required, target } from '../fields.ts';
import type {
  ProjectBackup,
  ProjectInfo,
  RecoverableProject,
  RescueReport,
  VerifyReport,
} from '../project.ts';

const session = v.pipe(v.string(), v.maxLength(100));

export const projectCalls = {
  'project.open': call({
    says: 'Open a project',
    input: v.strictObject({
      file: required(projectFile, 'the project file'),
      create: optional(flag, 'make it where it is not there yet'),
      readOnly: optional(flag, 'change nothing'),
      leftover: optional(
        v.picklist(['recover', 'refuse']),
        'whether unsaved work of a session that ended is taken up, as it is without this, or refuses the opening',
      ),
    }),
    output: answer<ProjectInfo>(),
    command: byHand('info'),
  }),
  'project.info': call({
    says: 'What a project holds',
    input: v.strictObject({}),
    output: answer<ProjectInfo>(),
    command: byHand('info'),
  }),
  'project.digest': call({
    says: 'A sha256 over all that a project holds: equal for equal projects. Reads all of it once after each change',
    input: v.strictObject({}),
    output: answer<{ readonly digest: string }>(),
    command: byHand('info'),
  }),
  'project.save': call({
    says: 'Write the project as another file; the one that was opened stays as it is',
    input: v.strictObject({ target: optional(target, 'where it is to stand') }),
    output: answer<{ readonly name: string }>(),
    command: { words: ['save-as'], positional: ['target'] },
  }),
  'project.close': call({
    says: 'Close the project; without a decision, what is not saved is kept on this computer, an interrupted training with it',
    input: v.strictObject({
      save: optional(flag, 'true puts unsaved changes into the file, false gives them up'),
    }),
    output: answer<null>(),
    command: windowOnly('a command closes what it opened'),
  }),
  'project.verify': call({
    says: 'Check a project file; --rescue writes what can be read to a new one',
    input: v.strictObject({ file: required(projectFile, 'the project file') }),
    output: answer<VerifyReport>(),
    command: { words: ['verify'], positional: ['file'], project: 'none' },
  }),
  'project.recoverable': call({
    says: 'Unsaved work of sessions that ended, newest first',
    input: v.strictObject({}),
    output: answer<{ readonly projects: readonly RecoverableProject[] }>(),
    command: { words: ['recoverable'], project: 'none' },
  }),
  'project.recover': call({
    says: 'Take up unsaved work of a session that ended, and save it to its file',
    input: v.strictObject({ id: required(session, 'the id that “recoverable” names') }),
    output: answer<ProjectInfo>(),
    command: { words: ['recover'], positional: ['id'], project: 'opens' },
  }),
  'project.giveUp': call({
    says: 'Give up unsaved work of a session that ended, for good',
    input: v.strictObject({ id: required(session, 'the id that “recoverable” names') }),
    output: answer<null>(),
    command: { words: ['give-up'], positional: ['id'], project: 'none' },
  }),
  'project.discard': call({
    says: 'Give up all unsaved work on a project, for good; its file stays as it is',
    input: v.strictObject({ file: required(projectFile, 'the project file') }),
    output: answer<{ readonly projects: readonly RecoverableProject[] }>(),
    command: { words: ['discard'], positional: ['file'], project: 'none' },
  }),
  'project.backups': call({
    says: 'Earlier states of a project that are kept on this computer, newest first',
    input: v.strictObject({ file: required(projectFile, 'the project file') }),
    output: answer<{ readonly backups: readonly ProjectBackup[] }>(),
    command: { words: ['backups'], positional: ['file'], project: 'none' },
  }),
  'project.restore': call({
    says: 'Write an earlier state of a project as a new file',
    input: v.strictObject({
      file: required(projectFile, 'the project file'),
      saves: required(count, 'which state: the number of saves that “backups” names'),
      target: required(target, 'where it is to stand'),
    }),
    output: answer<null>(),
    command: { words: ['restore'], positional: ['file', 'saves', 'target'], project: 'none' },
  }),
  'project.rescue': call({
    says: 'Write what can be read of a damaged project to a new file',
    input: v.strictObject({
      file: required(projectFile, 'the damaged project'),
      target: required(target, 'where the new one is to stand'),
    }),
    output: answer<RescueReport>(),
    command: byHand('verify'),
  }),
};
