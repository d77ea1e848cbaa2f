import type { ErrorCode } from '../errors.ts';

/** The details of an error as a message reads them: numbers set in the reader's own way, lists joined. */
export type MessageDetails = Readonly<Partial<Record<string, string>>>;
export type Messages = Readonly<Record<ErrorCode, (details: MessageDetails) => string>>;
