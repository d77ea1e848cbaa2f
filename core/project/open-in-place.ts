import { closeSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { openForReading, type ReadDb } from './connection.ts';
import { checkSchema } from './database-checks.ts';
import { contentDigest } from './digest.ts';
import { checkPlainFile } from './file-checks.ts';
import { schemaVersion } from './migrations.ts';
import { checkContents } from './open-copy.ts';
import { hashBehind, hashDescriptor, sealIn } from './seal.ts';
import { namingCauses } from './sqlite-errors.ts';
import { requireRegularFile } from '../regular-file.ts';
import {
  factsAt,
  factsOf,
  fileClock,
  forgetVerified,
  isSettled,
  noteVerified,
  sameFacts,
  verifiedAt,
  type FileFacts,
} from './verified.ts';

/** The person’s own file, read where it stands. It is not copied, and locked against nobody but who writes into this very file, for the moments of a
 * statement: whoever saves renames another file over its name. */
export interface InPlace {
  readonly db: ReadDb;
  /** What its seal is, or would be. */
  readonly seal: string;
  /** Its bytes were not read: they are taken for those that this computer checked before. */
  readonly believed: boolean;
  /** Digest of the contents; read once for each file. */
  digest(): string;
  /** @throws AppError E_CHANGED when somebody has written into this very file since it was opened */
  requireUnchanged(): void;
  /** Reads what was believed. @throws AppError E_DAMAGED where it is not what was checked, E_CHANGED */
  checkBehind(signal: AbortSignal): Promise<void>;
  close(): void;
}

/** How often a file is tried that is replaced again and again while it is opened. */
const attempts = 5;

/**
 * Opens a file for reading where it stands. A file that this computer found whole before, and that has its times, its place on the disk and its seal
 * still, is not read; any other passes every check first.
 * @returns null for what can only be read as a copy: a file of an older schema
 * @throws AppError E_FILE_MISSING, E_NOT_A_PROJECT, E_NEWER_VERSION, E_NOT_SAVED_CLEANLY, E_DAMAGED, E_UNSAFE, E_CHANGED, E_IO
 */
export function openInPlace(
  environment: Pick<Environment, 'dataFolder' | 'now'>,
  target: string,
): InPlace | null {
  const file = basename(target);
  return namingCauses(
    file,
    () => {
      for (let attempt = 0; attempt < attempts; attempt++) {
        try {
          requireRegularFile(target);
        } catch (thrown) {
          if (thrown instanceof AppError)
            throw new AppError('E_NOT_A_PROJECT', { file, reason: 'not a file' });
          throw thrown;
        }
        const descriptor = openSync(target, 'r');
        let keeps = false;
        try {
          const { version } = checkPlainFile(descriptor, target, file);
          if (version < schemaVersion) return null;
          const opened = openAt(environment, { target, file, descriptor });
          keeps = opened !== 'changed' && opened !== null;
          if (opened !== 'changed') return opened;
        } finally {
          if (!keeps) closeSync(descriptor);
        }
      }
      throw new AppError('E_CHANGED', { file, reason: 'while reading' });
    },
    'reading',
  );
}

interface Place {
  readonly target: string;
  readonly file: string;
  readonly descriptor: number;
}

/** @returns `changed` when another file stood there on the way */
function openAt(
  environment: Pick<Environment, 'dataFolder' | 'now'>,
  { target, file, descriptor }: Place,
): InPlace | 'changed' | null {
  const facts = factsOf(descriptor);
  const known = verifiedAt(environment, target);
  const found = sealIn(descriptor);
  const believed =
    known?.facts !== undefined &&
    known.facts !== null &&
    known.seal === found &&
    sameFacts(known.facts, facts);
  const readFrom = believed ? null : fileClock(environment);
  const seal = believed ? known.seal : hashDescriptor(descriptor).computed;
  const sealed = seal === found;
  // SQLite opens the name: it has to be the file that was looked at.
  const db = openForReading(target);
  const isThere = () => sameFacts(factsAt(target), facts);
  let keeps = false;
  try {
    if (!isThere()) return 'changed';
    checkSchema(db, schemaVersion, file);
    if (!(sealed && known?.seal === seal)) {
      try {
        checkContents(db, { sealed }, file);
      } catch (thrown) {
        if (!isThere()) return 'changed';
        throw thrown;
      }
    }
    if (!isThere()) return 'changed';
    // No Firth saves one: it is left out of the copy.
    if (db.prepare('SELECT 1 FROM checkpoints').get() !== undefined) return null;
    const digest = sealed && known?.seal === seal ? known.digest : null;
    if (sealed && !believed)
      noteVerified(environment, target, { seal, facts: isSettled(facts, readFrom) ? facts : null, digest });
    keeps = true;
    return inPlace(environment, { target, file, descriptor }, { db, facts, seal, sealed, believed, digest });
  } finally {
    if (!keeps) db.close();
  }
}

interface State {
  readonly db: ReturnType<typeof openForReading>;
  readonly facts: FileFacts;
  readonly seal: string;
  readonly sealed: boolean;
  readonly believed: boolean;
  readonly digest: string | null;
}

function inPlace(
  environment: Pick<Environment, 'dataFolder' | 'now'>,
  { target, file, descriptor }: Place,
  { db, seal, sealed, believed, ...state }: State,
): InPlace {
  let { facts, digest } = state;
  let open = true;
  const changed = () => new AppError('E_CHANGED', { file, reason: 'while reading' });

  const requireUnchanged = () => {
    const now = factsOf(descriptor);
    if (sameFacts(now, facts)) return;
    // A name was given or taken: what is in it is looked at, once.
    if (!sameFacts(now, facts, { renamed: true }) || hashDescriptor(descriptor).computed !== seal)
      throw changed();
    if (!sameFacts(factsOf(descriptor), now)) throw changed();
    facts = now;
  };

  return {
    db,
    seal,
    believed,
    digest() {
      if (digest === null) {
        digest = contentDigest(db);
        requireUnchanged();
        const known = verifiedAt(environment, target);
        if (sealed && known?.seal === seal) noteVerified(environment, target, { ...known, digest });
      }
      return digest;
    },
    requireUnchanged,
    async checkBehind(signal) {
      const computed = await hashBehind(descriptor, signal);
      if (computed === null || computed === seal) return;
      requireUnchanged();
      forgetVerified(environment, target);
      throw new AppError('E_DAMAGED', { file, reason: 'other bytes than those that were checked' });
    },
    close() {
      if (!open) return;
      open = false;
      db.close();
      closeSync(descriptor);
    },
  };
}
