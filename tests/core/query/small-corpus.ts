import { join } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { parseCql } from '../../../core/query/parse-cql.ts';
import { regionsFrom } from '../../../core/query/regions.ts';
import { runQuery, type QueriedCorpus } from '../../../core/query/run-query.ts';

const kernel = kernelModule(
  { kernels: join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels') },
  'tokens',
  'strict',
);

/** A corpus of sentences whose words may have layers: `the/DET/the old/ADJ/old`. */
export function corpusOf(sentences: readonly string[], layers: readonly string[] = ['word']): QueriedCorpus {
  const rows = sentences.flatMap((sentence) => sentence.split(' ').map((token) => token.split('/')));
  const starts: number[] = [];
  let at = 0;
  for (const sentence of sentences) {
    starts.push(at);
    at += sentence.split(' ').length;
  }
  return {
    tokens: rows.length,
    kernel,
    attributeOf: (name) => {
      const column = layers.indexOf(name);
      if (column < 0)
        throw new AppError('E_QUERY_INVALID', { offset: 0, expected: [...layers], found: name });
      const values = ['', ...new Set(rows.map((row) => row[column]!))];
      return { values, ids: Uint32Array.from(rows, (row) => values.indexOf(row[column]!)) };
    },
    regionsOf: (name) => regionsFrom(Uint32Array.from(name === 's' ? starts : [0]), rows.length),
    listed: () => ['cat', 'dog'],
  };
}

export const ask = (corpus: QueriedCorpus, query: string) => {
  const { starts, ends } = runQuery(parseCql(query), corpus);
  return [...starts].map((start, hit) => [start, ends[hit]!] as const);
};
