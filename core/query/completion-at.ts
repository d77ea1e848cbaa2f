/** What can be put in at a place of a query in CQL. */
export interface CompletionPlace {
  readonly kind: 'attribute' | 'value' | 'member' | 'region' | 'list' | 'label' | 'keyword';
  /** Whose values or members; null for those of a token without brackets. */
  readonly attribute: string | null;
  /** Labels or words of the language that could stand there; everything else is found in the corpus. */
  readonly choices: readonly string[];
  /** What is typed of it already, and where that begins. */
  readonly typed: string;
  readonly from: number;
}

const nameAtEnd = /(?:[\p{L}_][\p{L}\p{N}_-]*)?$/u;

/**
 * What stands unfinished before a place of a query: in brackets the name of an attribute or how it is compared, in quotation marks a
 * value, or with `contains` a member of one; the name of regions after `within` or an angle bracket, that of a list after a dollar sign, a
 * label after `::`, and behind a token what goes on with a query. @returns null where nothing of these could stand
 * @param offset in UTF-16 units
 */
export function completionAt(query: string, offset: number): CompletionPlace | null {
  const before = query.slice(0, offset);
  let quote: { readonly sign: string; readonly at: number } | null = null;
  let bracket = false;
  // The same without what stands in brackets and quotation marks, where labels and `::` are something else.
  let bare = '';
  for (let at = 0; at < before.length; at++) {
    const sign = before[at]!;
    if (sign === '\\') at++;
    else if (quote !== null) quote = sign === quote.sign ? null : quote;
    else if (sign === '"' || sign === "'") quote = { sign, at };
    else if (sign === '[') bracket = true;
    else if (sign === ']') bracket = false;
    else if (!bracket) bare += sign;
  }
  if (quote !== null) {
    const ahead = before.slice(0, quote.at);
    const [, compared, name, quoted] =
      /(?:^|[[&|!(\s.])((?:([\p{L}_][\p{L}\p{N}_-]*)|`([^`]+)`)\s*(?:!?=|(?:\snot\s*|\s)contains))\s*$/u.exec(
        ahead,
      ) ?? [];
    return {
      kind: compared?.endsWith('contains') === true ? 'member' : 'value',
      attribute: name ?? quoted ?? null,
      ...{ choices: [], typed: before.slice(quote.at + 1), from: quote.at + 1 },
    };
  }
  const typed = nameAtEnd.exec(before)?.[0] ?? '';
  const from = offset - typed.length;
  const ahead = before.slice(0, from);
  const place = (kind: CompletionPlace['kind'], choices: readonly string[] = []): CompletionPlace => ({
    ...{ kind, attribute: null, choices, typed, from },
  });
  if (ahead.endsWith('$')) return place('list');
  if (bracket) {
    if (/[[&|!(]\s*$/u.test(ahead)) return place('attribute');
    if (/(?:[\p{L}\p{N}_-]|`)\s+not\s+$/u.test(ahead)) return place('keyword', ['contains']);
    const isNamed = /[[&|!(]\s*(?:[\p{L}_][\p{L}\p{N}_-]*|`[^`]+`)\s+$/u.test(ahead);
    return isNamed ? place('keyword', ['contains', 'not contains']) : null;
  }
  if (/<\/?$/u.test(ahead) || /(?:^|[^\p{L}\p{N}_])within\s+$/u.test(ahead)) return place('region');
  if (/::/u.test(bare)) {
    if (/[\p{L}_][\p{L}\p{N}_-]*\.$/u.test(ahead)) return place('attribute');
    if (/(?:::|[&|!(=])\s*$/u.test(ahead)) return place('label', labelsOf(bare));
  }
  return typed !== '' && /["'\])}*+?>]\s+$/u.test(ahead) ? place('keyword', ['within', 'containing']) : null;
}

const labelsOf = (bare: string): readonly string[] => {
  const pattern = bare.slice(0, bare.indexOf('::'));
  return [...new Set([...pattern.matchAll(/([\p{L}_][\p{L}\p{N}_-]*)\s*:/gu)].map(([, label]) => label!))];
};

/** A value as it stands within quotation marks: every sign for itself. */
export const quotedValue = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|/"']/gu, '\\$&');
