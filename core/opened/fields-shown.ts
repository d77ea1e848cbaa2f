import { AppError } from '../contract/errors.ts';
import { listDocuments } from '../project/documents.ts';
import type { Opened } from './opened.ts';

type Fields = Readonly<Record<string, string | number>>;

/** Fields of texts beside their lines. */
export interface FieldsShown {
  readonly fields: readonly string[];
  /** Those of a document that it has. */
  readonly ofText: (document: number) => Fields;
}

/** @param wanted the fields that are wanted, in this order; without it all, by name @throws AppError E_REQUEST_INVALID for one that no text has */
export function fieldsShown(opened: Opened, wanted?: readonly string[]): FieldsShown {
  const texts = new Map(listDocuments(opened.project.db).map(({ id, metadata }) => [id, metadata]));
  const there = new Set([...texts.values()].flatMap((metadata) => Object.keys(metadata)));
  const unknown = wanted?.find((field) => !there.has(field));
  if (unknown !== undefined)
    throw new AppError('E_REQUEST_INVALID', { field: 'fields', reason: `no text has a field ${unknown}` });
  const fields = wanted === undefined ? [...there].sort() : [...new Set(wanted)];
  return {
    fields,
    ofText: (document) => {
      const metadata = texts.get(document) ?? {};
      return Object.fromEntries(
        fields.flatMap((field) => (Object.hasOwn(metadata, field) ? [[field, metadata[field]!]] : [])),
      );
    },
  };
}
