import { basename } from 'node:path';
import type { FileChoice } from '../contract/import.ts';
import { AppError } from '../contract/errors.ts';
import { readMetadataTable } from './metadata-table.ts';
import { rowsOfFiles } from './rows-of-files.ts';
import type { TextFile } from './text-file.ts';

/** In bytes: whether it is one is told before the import begins. A workbook is packed, and holds many times as much. */
const largestTable = { text: 16 << 20, workbook: 2 << 20 };
/** So many of its rows name one of the files beside it: no table of texts does so. */
const leastShare = 0.8;

/**
 * The table of metadata that lies among texts: its rows name them. One of which somebody decided something is a text.
 * @returns undefined where there is none, or more than one
 */
export function tableAmong(
  files: readonly TextFile[],
  choices: ReadonlyMap<string, FileChoice> = new Map(),
): TextFile | undefined {
  const isLikely = ({ file, bytes, entry }: TextFile) =>
    entry === undefined && bytes <= largest(file) && !choices.has(file);
  const found = files.filter(isLikely).filter((table) => namesOthers(table, files));
  return found.length === 1 ? found[0] : undefined;
}

const largest = (file: string): number =>
  /\.(?:csv|tsv|tab)$/iu.test(file)
    ? largestTable.text
    : /\.(?:xlsx|ods)$/iu.test(file)
      ? largestTable.workbook
      : -1;

function namesOthers(table: TextFile, files: readonly TextFile[]): boolean {
  const others = files.filter((one) => one !== table);
  if (others.length === 0) return false;
  try {
    const rows = readMetadataTable(table.path, basename(table.path));
    const { rowOf, ambiguous } = rowsOfFiles(
      rows.map(({ name }) => name),
      others,
    );
    return rows.length > 0 && rowOf.size + ambiguous.length >= leastShare * rows.length;
  } catch (error) {
    // It is no such table, and is told when it is read.
    if (error instanceof AppError) return false;
    throw error;
  }
}
