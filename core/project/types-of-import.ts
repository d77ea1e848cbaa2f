import type { WriteDb } from './connection.ts';
import { AppError } from '../contract/errors.ts';
import { growingPostings } from './postings.ts';

/** FNV-1a over UTF-16 units, 32 bits. */
function formHash(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export const formHashes = (forms: readonly string[]) => Uint32Array.from(forms, formHash);

/** Gives the forms of an import their type ids in the project; counts them and notes where they stand while the tokens go by. */
export interface ImportTypes {
  /** Ids of the project for a document's next tokens (ids of the import), of which the first is token `first` of the project. */
  take(documentId: number, first: number, ids: Uint32Array): Uint32Array;
  total(): number;
  /**
   * Writes counts, ranges and places: new types are inserted, known ones grow.
   * @param stored told now and then that so many types were written
   */
  store(importId: number, stored: (types: number) => void): void;
}

const absent = 0xffffffff;

export function typesOfImport(db: WriteDb, forms: readonly string[]): ImportTypes {
  const known = db.prepare<[string], number>('SELECT id FROM types WHERE form = ?').pluck();
  const firstNew = db.prepare<[], number>('SELECT coalesce(max(id) + 1, 0) FROM types').pluck().get()!;
  const projectIds = new Uint32Array(forms.length).fill(absent);
  const counts = new Uint32Array(forms.length);
  const ranges = new Uint32Array(forms.length);
  const lastDocument = new Float64Array(forms.length).fill(-1);
  const postings = growingPostings(forms.length);
  let nextId = firstNew;
  let total = 0;

  const idOf = (local: number): number => {
    if (local >= forms.length) throw new AppError('E_INTERNAL', { reason: 'import: a token of no type' });
    const id = (firstNew > 0 ? known.get(forms[local]!) : undefined) ?? nextId++;
    projectIds[local] = id;
    return id;
  };

  return {
    take: (documentId, first, ids) => {
      const mapped = new Uint32Array(ids.length);
      for (let i = 0; i < ids.length; i++) {
        const local = ids[i]!;
        let id = projectIds[local] ?? absent;
        if (id === absent) id = idOf(local);
        mapped[i] = id;
        counts[local]!++;
        postings.put(local, first + i);
        if (lastDocument[local] !== documentId) {
          lastDocument[local] = documentId;
          ranges[local]!++;
        }
      }
      total += ids.length;
      return mapped;
    },
    total: () => total,
    store: (importId, stored) => {
      const insert = db.prepare('INSERT INTO types (id, form, count, documents) VALUES (?, ?, ?, ?)');
      const grow = db.prepare('UPDATE types SET count = count + ?, documents = documents + ? WHERE id = ?');
      const index = db.prepare(
        'INSERT INTO postings (type_id, import_id, count, places) VALUES (?, ?, ?, ?)',
      );
      // In the order of their ids, which is the order of the tables.
      const met = Uint32Array.from(forms.keys())
        .filter((local) => projectIds[local] !== absent)
        .sort((a, b) => projectIds[a]! - projectIds[b]!);
      for (const [at, local] of met.entries()) {
        const id = projectIds[local]!;
        if (id >= firstNew) insert.run(id, forms[local]!, counts[local]!, ranges[local]!);
        else grow.run(counts[local]!, ranges[local]!, id);
        index.run(id, importId, counts[local]!, postings.places(local));
        if (at % 4096 === 4095) stored(4096);
      }
      stored(met.length % 4096);
    },
  };
}
