import { errorCodes, toFailure, type ErrorDetails, type Failure } from '../../core/contract/errors.ts';

/** What a call threw, as a value. Errors that crossed a process carry `code` and `details` but not their class. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) {
    const code = errorCodes.find((one) => one === thrown.code);
    const details = 'details' in thrown && isDetails(thrown.details) ? thrown.details : {};
    if (code !== undefined) return { code, details };
  }
  return toFailure(thrown);
}

function isDetails(value: unknown): value is ErrorDetails {
  return typeof value === 'object' && value !== null;
}

export function isCancelled(thrown: unknown): boolean {
  return (
    asFailure(thrown).code === 'E_CANCELLED' ||
    (thrown instanceof DOMException && thrown.name === 'AbortError')
  );
}
