/** Every failure that Firth can name. One list: the messages of each language and the documentation are checked against it. */
export const errorCodes = [
  // Files and texts
  'E_FILE_MISSING',
  'E_FILE_UNREADABLE',
  'E_FILE_EMPTY',
  'E_FILE_ENCRYPTED',
  'E_FORMAT_UNSUPPORTED',
  'E_FORMAT_BINARY',
  'E_ENCODING_UNKNOWN',
  'E_METADATA_INVALID',
  'E_TABLE_INVALID',
  'E_NO_TEXT_FIELD',
  'E_FILE_MALFORMED',
  'E_PDF_SCANNED',
  'E_NO_TEXTS',
  'E_NO_TOKENS',
  'E_TOO_BIG',
  'E_TOO_LONG',
  'E_IMPORT_STOPPED',
  // Project file
  'E_NOT_A_PROJECT',
  'E_NEWER_VERSION',
  'E_DAMAGED',
  'E_UNSAFE',
  'E_IN_USE',
  'E_FILE_THERE',
  'E_CHANGED',
  'E_READ_ONLY',
  'E_NO_SPACE',
  'E_IO',
  'E_NOT_SAVED_CLEANLY',
  'E_UNSAVED_WORK',
  // Training
  'E_NO_CORPUS',
  'E_SUB_CORPUS_EMPTY',
  'E_SUB_CORPUS_UNKNOWN',
  'E_SETTING_INVALID',
  'E_NEGATIVE_ZERO',
  'E_VOCABULARY_EMPTY',
  'E_MODEL_TOO_LARGE',
  'E_TRAINING_STOPPED',
  'E_TRAINING_DIVERGED',
  'E_NOTHING_TO_RESUME',
  'E_CHECKPOINT_DAMAGED',
  // Models and answers
  'E_NO_MODEL',
  'E_MODEL_UNKNOWN',
  'E_MODEL_NAME_TAKEN',
  'E_WORD_UNKNOWN',
  'E_WORD_RARE',
  'E_WORD_STOPPED',
  'E_NO_WORDS',
  'E_TOO_FEW_WORDS',
  'E_NO_OUTPUT_LAYER',
  'E_NOTHING_LEARNED',
  'E_EVALUATION_INVALID',
  'E_WORD_SETS_INVALID',
  'E_CHANGE_IMPOSSIBLE',
  'E_STUDY_IMPOSSIBLE',
  'E_STUDY_MISSING',
  'E_STUDY_FOLDER',
  // Queries
  'E_QUERY_INVALID',
  'E_QUERY_SLOW',
  'E_LIST_UNKNOWN',
  'E_LIST_WITHOUT_COUNTS',
  // Recurrent models
  'E_NO_SEQUENCE_MODEL',
  'E_SEQUENCE_UNKNOWN',
  'E_PARENT_MISSING',
  'E_HELD_OUT_EMPTY',
  'E_STEP_UNKNOWN',
  // Exchange
  'E_VECTORS_MALFORMED',
  'E_VECTORS_TRUNCATED',
  'E_VECTORS_PICKLE',
  'E_SHEET_TOO_LARGE',
  // The program itself
  'E_CANCELLED',
  'E_ENGINE_STOPPED',
  'E_REQUEST_INVALID',
  'E_INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Named values that a message is filled with: file names (never whole paths), lines, counts, settings. */
export type ErrorDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** Thrown where the cause is known; crosses the boundary as a {@link Failure}. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** An error as a value: what every boundary (worker, IPC, command line) carries. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** What was thrown, as a value; anything that is not an {@link AppError} is a fault of Firth's own. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof AppError) return { code: thrown.code, details: thrown.details };
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'E_INTERNAL', details: { reason } };
}

export function fromFailure(failure: Failure): AppError {
  return new AppError(failure.code, failure.details);
}
