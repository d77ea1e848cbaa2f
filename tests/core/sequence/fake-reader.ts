import type { Reader } from '../../../core/sequence/reader.ts';
import { noTarget } from '../../../core/sequence/sequence-data.ts';

/**
 * A reader that is no network: it remembers how many inputs it has read since its state was last zero, and their sum, in two units, and
 * holds those rows likeliest that lie near the sum.
 */
export function fakeReader(words: number): Reader {
  const hidden = 2;
  let lanes: { count: number; sum: number }[] = [];
  let states = new Float32Array(0);
  const logsOf = (sum: number): Float32Array => {
    const scores = Array.from({ length: words }, (_, row) => -Math.abs((sum % words) - row) / 2);
    const total = Math.log(scores.reduce((all, one) => all + Math.exp(one), 0));
    return Float32Array.from(scores, (score) => score - total);
  };
  return {
    shape: { cell: 'rnn', layers: 1, inputs: 1, hidden, words },
    begin: () => void (lanes = []),
    read(inputs, steps, batch, resets) {
      states = new Float32Array(steps * batch * hidden);
      for (let cell = 0; cell < steps * batch; cell += 1) {
        const before = resets?.[cell] === 1 ? undefined : lanes[cell % batch];
        const now = { count: (before?.count ?? 0) + 1, sum: (before?.sum ?? 0) + inputs[cell]! };
        lanes[cell % batch] = now;
        states.set([now.count, now.sum], cell * hidden);
      }
    },
    part: () => states,
    logProbabilities: (at) => logsOf(states[at * hidden + 1]!),
    targetLogProbabilities: (targets) =>
      Float32Array.from(targets, (target, cell) =>
        target === noTarget ? 0 : logsOf(states[cell * hidden + 1]!)[target]!,
      ),
    gradientNorms: () => [],
  };
}
