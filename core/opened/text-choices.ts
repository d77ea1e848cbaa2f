import { sameConditions } from '../contract/conditions.ts';
import type { FieldCondition, FieldValue } from '../contract/corpus.ts';
import type { TextChoice, TextsRef } from '../contract/texts.ts';
import { caseFolded } from '../corpus/tokenize/orthography.ts';
import { listDocuments, type StoredDocument } from '../project/documents.ts';
import { inOrder } from './in-order.ts';
import { storedSubCorpora, textsOf } from './corpus-texts.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** A field with more values tells single texts apart, not groups. */
const mostValues = 60;

/** Texts with one value in a field. */
type GroupChoice = TextChoice & { readonly texts: { readonly conditions: readonly FieldCondition[] } };

interface Choices {
  readonly documents: ReadonlyMap<number, StoredDocument>;
  readonly values: ReadonlyMap<string, readonly FieldValue[]>;
  /** By their conditions as JSON. */
  readonly groups: ReadonlyMap<string, TextChoice>;
  /** With each name as it is looked for: without case and marks. */
  readonly offered: readonly (readonly [sought: string, choice: TextChoice])[];
}

const choices = kept<Choices>();

/**
 * What texts can be chosen by a name: sub-corpora, then those with one value in a field, then single texts.
 * @param query all parts of it must be in the name (with that of the field), whatever their case and marks
 */
export function textChoices(
  opened: Opened,
  query: string,
  limit: number,
): { readonly total: number; readonly rows: readonly TextChoice[] } {
  const parts = asSought(query)
    .split(/\s+/u)
    .filter((part) => part !== '');
  const found = choicesOf(opened).offered.filter(([sought]) => parts.every((part) => sought.includes(part)));
  return { total: found.length, rows: found.slice(0, limit).map(([, choice]) => choice) };
}

/** Texts that were chosen, as they are now; null for all, and where they are gone. Conditions of a sub-corpus are that sub-corpus. */
export function choiceOf(opened: Opened, ref: TextsRef): TextChoice | null {
  if (ref === 'all') return null;
  if ('documents' in ref) {
    const { documents } = choicesOf(opened);
    const found = ref.documents.flatMap((id) => documents.get(id) ?? []);
    return found.length === 0 ? null : { ...singly(found), texts: ref };
  }
  const stored = storedSubCorpora(opened.project.db).find((one) =>
    'subCorpus' in ref ? one.name === ref.subCorpus : sameConditions(one.conditions, ref.conditions),
  );
  if (stored !== undefined) return ofSubCorpus(opened, stored);
  if ('subCorpus' in ref) return null;
  const { conditions } = ref;
  const group = choicesOf(opened).groups.get(JSON.stringify(conditions));
  if (group !== undefined) return group;
  return { kind: 'conditions', name: '', texts: { conditions }, ...counted(opened, conditions) };
}

/** The values of a field with the texts that have them, in the order of the values. */
export const valuesOfField = (opened: Opened, field: string): readonly FieldValue[] =>
  choicesOf(opened).values.get(field) ?? [];

const asSought = (name: string) => caseFolded(name.normalize('NFKD').replaceAll(/\p{Mn}/gu, ''));

const choicesOf = (opened: Opened): Choices =>
  opened.remember(choices, 'all', () => {
    const documents = listDocuments(opened.project.db);
    const values = valuesByField(documents, (names) => inOrder(opened, names));
    const groups = [...values].flatMap(([field, rows]) => groupsOf(field, rows, documents.length));
    const offered = [
      ...storedSubCorpora(opened.project.db).map((one) => ofSubCorpus(opened, one)),
      ...groups,
      ...documents.map((one): TextChoice => ({ ...singly([one]), texts: { documents: [one.id] } })),
    ];
    return {
      documents: new Map(documents.map((one) => [one.id, one])),
      values,
      groups: new Map(groups.map((one) => [JSON.stringify(one.texts.conditions), one])),
      offered: offered.map((one) => [asSought(`${one.field ?? ''} ${one.name}`), one]),
    };
  });

const ofSubCorpus = (
  opened: Opened,
  { name, conditions }: { readonly name: string; readonly conditions: readonly FieldCondition[] },
): TextChoice => ({ kind: 'sub-corpus', name, texts: { subCorpus: name }, ...counted(opened, conditions) });

function counted(opened: Opened, conditions: readonly FieldCondition[]) {
  const { documents, tokens } = textsOf(opened).matching(conditions);
  return { documents: documents.length, tokens };
}

const singly = (documents: readonly StoredDocument[]) =>
  ({
    kind: 'text',
    name: documents.map(({ name }) => name).join(', '),
    documents: documents.length,
    tokens: documents.reduce((sum, { tokens }) => sum + tokens, 0),
  }) as const;

/** A group for each value of a field that does not tell every text apart. */
export const groupsOf = (
  field: string,
  values: readonly FieldValue[],
  documents: number,
): readonly GroupChoice[] =>
  values.length < 2 || values.length > mostValues || values.length >= documents
    ? []
    : values.map(({ value, ...sums }) => ({
        kind: 'group',
        name: value,
        field,
        texts: { conditions: [{ field, values: [value] }] },
        ...sums,
      }));

/** Of every field, in the order in which they first appear. @param ordered puts values in their order */
export function valuesByField(
  documents: readonly Pick<StoredDocument, 'metadata' | 'tokens'>[],
  ordered: (values: readonly string[]) => readonly string[],
): ReadonlyMap<string, readonly FieldValue[]> {
  const fields = new Map<string, Map<string, FieldValue>>();
  for (const { metadata, tokens } of documents)
    for (const [field, one] of Object.entries(metadata)) {
      const value = String(one);
      const values = fields.get(field) ?? new Map<string, FieldValue>();
      fields.set(field, values);
      const sums = values.get(value) ?? { documents: 0, tokens: 0 };
      values.set(value, { value, documents: sums.documents + 1, tokens: sums.tokens + tokens });
    }
  return new Map(
    [...fields].map(([field, values]) => [
      field,
      ordered([...values.keys()]).map((value) => values.get(value)!),
    ]),
  );
}
