import { AppError } from '../contract/errors.ts';
import type { QueryLanguage } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import type { Hits } from '../query/hits.ts';
import { parseCql } from '../query/parse-cql.ts';
import { parseSimple } from '../query/parse-simple.ts';
import { testsIn, type QueryTree, type TokenTest } from '../query/query-tree.ts';
import { edgeTested, withEdges } from '../query/region-edges.ts';
import { runQuery, type QueriedCorpus } from '../query/run-query.ts';
import { classify } from '../query/token-classes.ts';
import { regionsOf } from './corpus-regions.ts';
import { corpusTokensOf, stretchesOf } from './corpus-tokens.ts';
import { typeMeant } from './corpus-words.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { attributeOf } from './token-attributes.ts';
import { smallLettersOf, writtenTokensOf } from './tokens-of.ts';
import { listed, wordListsOf } from './word-lists.ts';

/** A question as a person puts it. */
export interface Question {
  readonly query: string;
  /** `auto` takes for CQL what has its quotation marks or brackets; `word` is one type by whatever spelling, where the corpus has it. */
  readonly language: QueryLanguage;
  readonly matchCase: boolean;
  readonly matchMarks: boolean;
  readonly texts: TextsRef;
}

const looksLikeCql = (query: string) =>
  /^\s*(?:["'[(]|<\/?[\p{L}_][^<>]*>|[\p{L}_][\p{L}\p{N}_-]*\s*(?::\s*["'[]|!?=\s*["']))/u.test(query) &&
  /["'[]/u.test(query);

/** `$pets` is CQL where there is such a list, and else a word. */
function namesList(opened: Opened, query: string): boolean {
  const name = /^\s*\$([\p{L}_][\p{L}\p{N}_-]*)/u.exec(query)?.[1];
  return name !== undefined && wordListsOf(opened).some((list) => list.name === name);
}

/** How a question is understood. @throws AppError E_QUERY_INVALID */
export function understood(
  opened: Opened,
  { query, language, matchCase, matchMarks, texts }: Question,
): QueryTree {
  const form = language === 'word' ? typeMeant(opened, query)?.form : undefined;
  if (form !== undefined) return oneForm(form);
  const isCql =
    language === 'cql' || (language !== 'simple' && (looksLikeCql(query) || namesList(opened, query)));
  if (isCql) return parseCql(query);
  return parseSimple(
    query,
    { matchCase, matchMarks },
    (words) => writtenTokensOf(opened, words, texts),
    smallLettersOf(opened, texts),
  );
}

/** A form as the corpus counts it: whatever signs stand in it, they are letters of the word. */
const oneForm = (form: string): QueryTree => ({
  pattern: {
    kind: 'token',
    test: {
      kind: 'is',
      attribute: 'form',
      negated: false,
      pattern: form,
      literal: true,
      ignoreCase: false,
      ignoreMarks: false,
      at: 0,
    },
  },
  conditions: null,
  restrictions: [],
});

const queried = (opened: Opened): QueriedCorpus => ({
  tokens: corpusTokensOf(opened).tokens,
  kernel: kernelModule(opened.environment, 'tokens', 'strict'),
  attributeOf: (name, at) => attributeOf(opened, name, at),
  regionsOf: (name, at) => regionsOf(opened, name, at),
  listed: (name, at) => listed(opened, name, at),
});

/** Sets of hits that were asked for last: pages, orders and counts are asked of one set again and again. */
const hitSets = kept<Hits>({ most: 8 });

/** The hits of a question. @param within what a match may not leave where the query says nothing */
export function hitsOf(opened: Opened, question: Question, within = 's', pulse?: () => void): Hits {
  if (corpusTokensOf(opened).tokens === 0) throw new AppError('E_NO_CORPUS');
  return opened.remember(hitSets, JSON.stringify([question, within]), () =>
    runQuery(understood(opened, question), queried(opened), {
      within,
      stretches: stretchesOf(opened, question.texts),
      ...(pulse === undefined ? {} : { pulse }),
    }),
  );
}

/** What a part of a query finds alone. */
export interface FoundPart {
  readonly part: string;
  readonly tokens: number;
}

/** For a query without a hit: how many tokens each of its conditions fits. */
export function partsOf(opened: Opened, question: Question): readonly FoundPart[] {
  const stretches = stretchesOf(opened, question.texts);
  const corpus = queried(opened);
  const seen = new Map<string, FoundPart>();
  for (const test of testsIn(understood(opened, question).pattern)) {
    const part = asText(test);
    if (test.kind === 'any' || seen.has(part)) continue;
    const classes = classify(
      [test],
      'word',
      withEdges(corpus.attributeOf, corpus.regionsOf, corpus.tokens),
      corpus.listed,
    );
    const fits = Array.from({ length: classes.size }, (_, of) => classes.fulfils(test, of));
    let tokens = 0;
    const [column, ...further] = classes.columns;
    if (column !== undefined && further.length === 0 && question.texts === 'all') {
      // How often its values occur says it: no token is looked at.
      const counts = column.counts();
      for (let value = 0; value < counts.length; value++)
        if (fits[column.parts[value]!] === true) tokens += counts[value]!;
    } else
      for (const [from, to] of stretches)
        for (let place = from; place < to; place++) if (fits[classes.at(place)] === true) tokens++;
    seen.set(part, { part, tokens });
  }
  return [...seen.values()];
}

function asText(test: TokenTest): string {
  switch (test.kind) {
    case 'any':
      return '[]';
    case 'not':
      return `!(${asText(test.part)})`;
    case 'and':
    case 'or':
      return test.parts.map(asText).join(test.kind === 'and' ? ' & ' : ' | ');
    case 'is': {
      const edge = edgeTested(test);
      if (edge !== null) return edge;
      const value = test.list === undefined ? (test.pattern ?? '') : `$${test.list}`;
      const plain = test.literal && test.list === undefined ? value : `"${value}"`;
      return test.attribute === null || test.literal
        ? plain
        : `${test.attribute}${test.member === true ? (test.negated ? ' not contains ' : ' contains ') : test.negated ? '!=' : '='}${plain}`;
    }
  }
}

/** Words of a question that are written out, for suggestions of spellings. */
export const plainWords = (opened: Opened, question: Question): readonly string[] =>
  [...testsIn(understood(opened, question).pattern)].flatMap((test) =>
    test.kind === 'is' && test.pattern !== undefined && /^[\p{L}\p{M}\p{N}'’-]+$/u.test(test.pattern)
      ? [test.pattern]
      : [],
  );
