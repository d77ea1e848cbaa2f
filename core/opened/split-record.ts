import { AppError } from '../contract/errors.ts';
import { longest } from '../contract/limits.ts';
import { documentDigests } from '../project/corpus-digest.ts';
import type { RecordedStretch, SplitRecord } from '../project/sequence-records.ts';
import type { ReadDb } from '../project/connection.ts';
import type { Stretch } from '../sequence/split-texts.ts';

/** A digest with its marks, and two numbers of ten digits. */
const bytesOfStretch = 94;

/** Nobody is to train for hours what cannot be kept. @throws AppError E_TOO_LONG */
export function requireRecordable(stretches: readonly Stretch[]): void {
  if (stretches.length * bytesOfStretch > longest.stretches) throw new AppError('E_TOO_LONG');
}

export function recordSplit(db: ReadDb, stretches: readonly Stretch[]): SplitRecord {
  const digests = documentDigests(db);
  const part = (heldOut: boolean) =>
    stretches
      .filter((one) => one.heldOut === heldOut)
      .map(({ document, from, to }) => [digests.get(document) ?? '', from, to] as const);
  return { training: part(false), heldOut: part(true) };
}

/** What a model knows of the places of the corpus as it is now. */
export interface KnownPlaces {
  /** A text that is there twice counts as trained on when one of the two was. */
  trained(document: number, position: number): boolean;
  /** Kept from training, and measured afterwards. */
  heldOut(document: number, position: number): boolean;
}

export function knownPlaces(db: ReadDb, { training, heldOut }: SplitRecord): KnownPlaces {
  const digests = documentDigests(db);
  const within = (recorded: readonly RecordedStretch[]) => {
    const byDigest = Map.groupBy(recorded, ([digest]) => digest);
    return (document: number, position: number) =>
      (byDigest.get(digests.get(document) ?? '') ?? []).some(
        ([, from, to]) => position >= from && position < to,
      );
  };
  const isTrained = within(training);
  const isHeldOut = within(heldOut);
  return {
    trained: isTrained,
    heldOut: (document, position) => isHeldOut(document, position) && !isTrained(document, position),
  };
}

/** Names of the texts of the project from which something was kept from training: the first of them, and how many there were. */
export function heldOutTexts(
  db: ReadDb,
  { heldOut }: SplitRecord,
  most: number,
): { readonly first: readonly string[]; readonly count: number } {
  const kept = new Set(heldOut.map(([digest]) => digest));
  const names = db.prepare<[], { name: string; digest: Buffer }>(
    'SELECT name, digest FROM documents ORDER BY id',
  );
  const first: string[] = [];
  for (const { name, digest } of names.iterate())
    if (first.length < most && kept.has(digest.toString('hex'))) first.push(name);
  return { first, count: kept.size };
}
