import { basename } from 'node:path';
import type { MetadataFit } from '../contract/import.ts';
import { metadataFromNames, type Metadata } from './metadata.ts';
import { readMetadataTable } from './metadata-table.ts';
import { rowsOfFiles, type NamedFile } from './rows-of-files.ts';

/** What is known of files, and how far it fits them. */
export interface FittedMetadata {
  readonly of: (file: string) => Metadata;
  readonly fit: MetadataFit;
}

interface MetadataRequest {
  readonly metadataFile?: string;
  readonly metadataPattern?: string;
}

/** Names that are listed; how many there are is told with them. */
const mostNamed = 200;

/**
 * Metadata from a table and from file names; where both name a field, the table counts.
 * @returns a function that takes the files, so that what is wrong with table or pattern is told before any is read
 * @throws AppError E_METADATA_INVALID, E_FILE_MISSING, E_FILE_UNREADABLE
 */
export function metadataSource({
  metadataFile,
  metadataPattern,
}: MetadataRequest): (files: readonly NamedFile[]) => FittedMetadata {
  const rows = metadataFile === undefined ? [] : readMetadataTable(metadataFile, basename(metadataFile));
  const fromName = metadataPattern === undefined ? () => ({}) : metadataFromNames(metadataPattern);
  return (files) => {
    const { rowOf, unmatched, ambiguous } = rowsOfFiles(
      rows.map(({ name }) => name),
      files,
    );
    const known = new Map(
      files.map(({ file, place }) => [
        file,
        { ...fromName(file, place), ...rows[rowOf.get(file) ?? -1]?.metadata },
      ]),
    );
    const of = (file: string): Metadata => known.get(file) ?? {};
    const without = files.map(({ file }) => file).filter((file) => Object.keys(of(file)).length === 0);
    return {
      of,
      fit: {
        files: files.length - without.length,
        filesWithout: without.slice(0, mostNamed),
        filesWithoutCount: without.length,
        rowsWithout: unmatched.slice(0, mostNamed),
        rowsWithoutCount: unmatched.length,
        ambiguous: ambiguous.slice(0, mostNamed),
      },
    };
  };
}
