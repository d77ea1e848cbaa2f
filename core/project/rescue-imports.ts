import type { FileReport, SkippedFile } from '../contract/import.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { cutRecord } from './project-settings.ts';
import { rescueDocuments, type ImportFacts } from './rescue-documents.ts';
import { storedFileReport, storedSkippedFile } from './stored-corpus.ts';
import { storedOrNull } from './stored-json.ts';

interface ImportRow {
  readonly id: number;
  readonly imported_at: number;
  readonly settings: string;
}

interface ReportRow {
  readonly id: number;
  readonly import_id: number;
  readonly file: string;
  readonly skipped: number;
  readonly report: string;
}

interface Reports {
  readonly files: FileReport[];
  readonly skipped: SkippedFile[];
}

/** How each import was made, by its number. */
function readImports(db: ReadDb, lose: Lose): Map<number, ImportFacts> {
  const imports = new Map<number, ImportFacts>();
  for (const { id, settings, imported_at } of lenientRows<ImportRow>(db, 'SELECT * FROM imports', () =>
    lose('settings of imports'),
  )) {
    const kept = storedOrNull(cutRecord, settings);
    if (kept === null && settings !== 'null') lose(`settings of import ${id}`);
    imports.set(id, { reports: { files: [], skipped: [] }, settings: kept, importedAt: imported_at });
  }
  return imports;
}

function readReports(db: ReadDb, lose: Lose): ReadonlyMap<number, Reports> {
  const reports = new Map<number, Reports>();
  for (const { import_id, file, skipped, report } of lenientRows<ReportRow>(
    db,
    'SELECT * FROM import_reports',
    () => lose('reports of imports'),
  )) {
    const own = reports.get(import_id) ?? { files: [], skipped: [] };
    reports.set(import_id, own);
    const read = storedOrNull(skipped === 0 ? storedFileReport : storedSkippedFile, report);
    if (read === null) lose(`report of ${file}`);
    else if (skipped === 0) own.files.push(read as FileReport);
    else own.skipped.push(read as SkippedFile);
  }
  return reports;
}

/**
 * Copies every document of which something can be read into a new project, in the imports and the order that they had, with what was
 * reported of each file. What is lost is named.
 * @returns the numbers that the documents have now, by those that they had
 */
export function rescueImports(
  db: ReadDb,
  target: WriteDb,
  now: number,
  lose: Lose,
): ReadonlyMap<number, number> {
  const imports = readImports(db, lose);
  const reports = readReports(db, lose);
  const documents = rescueDocuments(db, target, lose);
  const waiting = [...new Set([...imports.keys(), ...reports.keys()])].sort((a, b) => a - b);
  const withTexts = new Set(documents.ids.map(({ importId }) => importId));
  const stored = new Set<number>();
  const factsOf = (id: number): ImportFacts => {
    const facts = imports.get(id) ?? { settings: null, importedAt: now };
    if (!imports.has(id)) lose(id < 0 ? 'settings of imports' : `settings of import ${id}`);
    // The reports go with the first of its texts.
    const own = stored.has(id) ? undefined : reports.get(id);
    stored.add(id);
    return { ...facts, reports: own ?? { files: [], skipped: [] } };
  };
  /** Imports of which no file was read have their place among the others. */
  const storeEmpty = (before: number) => {
    for (const id of waiting)
      if (id < before && !withTexts.has(id) && !stored.has(id)) documents.store([], factsOf(id));
  };
  const { ids } = documents;
  for (let at = 0; at < ids.length;) {
    const { importId } = ids[at]!;
    let end = at;
    while (end < ids.length && ids[end]!.importId === importId) end++;
    storeEmpty(importId);
    documents.store(
      ids.slice(at, end).map(({ id }) => id),
      factsOf(importId),
    );
    at = end;
  }
  storeEmpty(Infinity);
  return documents.finish();
}
