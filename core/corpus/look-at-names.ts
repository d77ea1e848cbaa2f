import type { MetadataLook } from '../contract/import.ts';
import { chosenFiles, placeOf } from './import-texts.ts';
import { metadataSource, type FittedMetadata } from './fitted-metadata.ts';
import { proposedPattern } from './name-pattern.ts';
import type { NamedFile } from './rows-of-files.ts';
import { tableAmong } from './table-among-files.ts';

interface Source {
  readonly metadataFile?: string;
  readonly metadataPattern?: string;
}

/**
 * What a table or a pattern says of each of some files, by their names alone: none of them is opened. Where nothing is given, a table that
 * lies among them, and a pattern that their names propose.
 * @throws AppError E_METADATA_INVALID, E_FILE_MISSING, E_FILE_UNREADABLE
 */
export function lookAtFiles(paths: readonly string[], given: Source): MetadataLook {
  const { files } = chosenFiles({ paths });
  const table = given.metadataFile === undefined ? tableAmong(files) : undefined;
  const named = files
    .filter((one) => one !== table && (one.path !== given.metadataFile || one.entry !== undefined))
    .map((one) => ({ file: one.file, place: placeOf(one) }));
  const source = table === undefined ? given : { ...given, metadataFile: table.path };
  const look = lookAtNames(named, metadataSource(source)(named));
  return table === undefined ? look : { ...look, fit: { ...look.fit, table: table.file } };
}

/** So many files are shown with what is known of them. */
const mostShown = 500;

export function lookAtNames(files: readonly NamedFile[], { of, fit }: FittedMetadata): MetadataLook {
  const proposed = proposedPattern(files.map(({ file }) => file));
  return {
    ...(proposed === undefined ? {} : { proposed }),
    total: files.length,
    rows: files.slice(0, mostShown).map(({ file }) => ({ file, metadata: of(file) })),
    fit,
  };
}
