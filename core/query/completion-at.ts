/** What can be put in at a place of a query in CQL. */
export interface CompletionPlace {
  readonly kind: 'attribute' | 'value' | 'region' | 'list';
  /** Whose values; null for those of a token without brackets. */
  readonly attribute: string | null;
  /** What is typed of it already, and where that begins. */
  readonly typed: string;
  readonly from: number;
}

const nameAtEnd = /(?:[\p{L}_][\p{L}\p{N}_-]*)?$/u;

/**
 * What stands unfinished before a place of a query: the name of an attribute in brackets, a value in quotation marks, the name of regions
 * after `within`, the name of a list after a dollar sign. @returns null where nothing of these could stand
 * @param offset in UTF-16 units
 */
export function completionAt(query: string, offset: number): CompletionPlace | null {
  const before = query.slice(0, offset);
  let quote: { readonly sign: string; readonly at: number } | null = null;
  let bracket = false;
  for (let at = 0; at < before.length; at++) {
    const sign = before[at]!;
    if (sign === '\\') at++;
    else if (quote !== null) quote = sign === quote.sign ? null : quote;
    else if (sign === '"' || sign === "'") quote = { sign, at };
    else if (sign === '[') bracket = true;
    else if (sign === ']') bracket = false;
  }
  if (quote !== null) {
    const named = /(?:([\p{L}_][\p{L}\p{N}_-]*)|`([^`]+)`)\s*!?=\s*$/u.exec(before.slice(0, quote.at));
    const attribute = named?.[1] ?? named?.[2] ?? null;
    return { kind: 'value', attribute, typed: before.slice(quote.at + 1), from: quote.at + 1 };
  }
  const typed = nameAtEnd.exec(before)?.[0] ?? '';
  const from = offset - typed.length;
  const ahead = before.slice(0, from);
  if (ahead.endsWith('$')) return { kind: 'list', attribute: null, typed, from };
  if (bracket) return /[[&|!(]\s*$/u.test(ahead) ? { kind: 'attribute', attribute: null, typed, from } : null;
  if (/(?:^|[^\p{L}\p{N}_])within\s+<?$/u.test(ahead))
    return { kind: 'region', attribute: null, typed, from };
  return /::(?:.*[&|!(\s])?[\p{L}_][\p{L}\p{N}_-]*\.$/su.test(ahead)
    ? { kind: 'attribute', attribute: null, typed, from }
    : null;
}

/** A value as it stands within quotation marks: every sign for itself. */
export const quotedValue = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|/"']/gu, '\\$&');
