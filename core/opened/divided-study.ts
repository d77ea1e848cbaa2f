import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { FieldDivision, StudyPart } from '../contract/study.ts';
import { listDocuments } from '../project/documents.ts';
import type { StoredModel } from '../project/models.ts';
import type { StoredDivision } from '../project/studies.ts';
import { noPart, type DividedTexts } from '../studies/divided-texts.ts';
import type { Opened } from './opened.ts';
import { periodsBy } from './periods-by.ts';
import type { TrainingTexts } from './training-texts.ts';

/** The texts of a study as a field divides them. */
export interface TextsInParts {
  readonly division: StoredDivision;
  readonly divided: DividedTexts;
  readonly parts: readonly (StudyPart & { readonly documents: readonly number[] })[];
  /** Texts that are in none. */
  readonly leftOut: number;
}

/** With a single text there is nothing to draw and nothing to deal. */
const leastTexts = 2;

/**
 * Texts are those of a model with words, in their order. Values with a single text make no part.
 * @throws AppError E_STUDY_IMPOSSIBLE where there are not two parts, E_CHANGE_IMPOSSIBLE as `periods-by.ts` does
 */
export function textsInParts(
  opened: Opened,
  model: Pick<StoredModel, 'name'>,
  { only }: Pick<TrainingTexts, 'only'>,
  { by, cuts, equal }: FieldDivision,
): TextsInParts {
  const chosen = only === undefined ? null : new Set(only);
  const texts = listDocuments(opened.project.db).filter(
    ({ id, tokens }) => tokens > 0 && (chosen?.has(id) ?? true),
  );
  const tokensOf = new Map(texts.map(({ id, tokens }) => [id, tokens]));
  const parts = periodsBy(opened, { by, cuts, equal }).flatMap(({ name, documents }) => {
    const own = documents.filter((id) => tokensOf.has(id));
    if (own.length < leastTexts) return [];
    const tokens = own.reduce((sum, id) => sum + tokensOf.get(id)!, 0);
    return [{ name, documents: own, texts: own.length, tokens }];
  });
  if (parts.length < 2)
    throw new AppError('E_STUDY_IMPOSSIBLE', { model: model.name, reason: 'one-part', field: by });
  const partOf = new Map(parts.flatMap(({ documents }, part) => documents.map((id) => [id, part])));
  const sides = Uint8Array.from(texts, ({ id }) => partOf.get(id) ?? noPart);
  return {
    division: {
      by,
      ...(cuts === undefined ? {} : { cuts }),
      ...(equal === undefined ? {} : { equal }),
      parts: parts.length,
      sides: createHash('sha256').update(sides).digest('hex'),
    },
    divided: { sides, parts: parts.length },
    parts,
    leftOut: texts.length - partOf.size,
  };
}

/** What a person says of a division. */
export const asAsked = ({ by, cuts, equal }: FieldDivision): FieldDivision => ({
  by,
  ...(cuts === undefined ? {} : { cuts }),
  ...(equal === undefined ? {} : { equal }),
});
