/** A condition on one token. */
export type TokenTest =
  | { readonly kind: 'any' }
  | ({
      readonly kind: 'is';
      readonly attribute: string | null;
      /** Where the name of the attribute stands in the query. */
      readonly attributeAt?: number;
      readonly negated: boolean;
    } & Value)
  | { readonly kind: 'and' | 'or'; readonly parts: readonly TokenTest[] }
  | { readonly kind: 'not'; readonly part: TokenTest };

/** What an attribute is compared with: a regular expression for the whole value, or the words of a saved list. */
export interface Value {
  readonly pattern?: string;
  readonly list?: string;
  readonly ignoreCase: boolean;
  readonly ignoreMarks: boolean;
  /** No regular expression: the characters as they are. */
  readonly literal: boolean;
  /** Of values that are sets (`Case=Nom|Number=Plur`), whether a member fits. */
  readonly member?: boolean;
  /** Where it stands in the query, in UTF-16 units. */
  readonly at: number;
}

/** Tokens in a row. */
export type Pattern =
  | { readonly kind: 'token'; readonly test: TokenTest; readonly label?: string }
  | { readonly kind: 'sequence' | 'either'; readonly parts: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly part: Pattern;
      readonly least: number;
      /** null: any number. */
      readonly most: number | null;
    };

export interface Labelled {
  readonly label: string;
  readonly attribute: string;
  readonly at: number;
}

/** A condition on tokens that the pattern has labelled. */
export type LabelCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly LabelCondition[] }
  | { readonly kind: 'not'; readonly part: LabelCondition }
  | {
      readonly kind: 'compare';
      readonly left: Labelled;
      readonly negated: boolean;
      readonly labelled?: Labelled;
      /** What is alike where two tokens are compared. */
      readonly flags?: Pick<Value, 'ignoreCase' | 'ignoreMarks'>;
      readonly value?: Value;
    };

export type Restriction =
  | { readonly kind: 'within'; readonly region: string; readonly at: number }
  | { readonly kind: 'withinPattern' | 'containing'; readonly pattern: Pattern };

/** A question to the corpus, as it was understood. */
export interface QueryTree {
  readonly pattern: Pattern;
  readonly conditions: LabelCondition | null;
  readonly restrictions: readonly Restriction[];
}

/** Every condition of a pattern, from left to right. */
export function* testsIn(pattern: Pattern): Generator<TokenTest> {
  if (pattern.kind === 'token') yield pattern.test;
  else if (pattern.kind === 'repeat') yield* testsIn(pattern.part);
  else for (const part of pattern.parts) yield* testsIn(part);
}
