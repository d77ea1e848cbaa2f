// Full softmax: every word of the vocabulary is an output, in three passes: scores, probabilities, steps.
import { entry, outputRows, rowBytes, scratch, setEntry, words } from './job';
import { exponential } from './logistic';
import { addLoss } from './loss';
import { scratchAllScores, scratchErrorList, scratchErrors, scratchHiddenList } from './memory-map';
import { push, score } from './tiles';

/**
 * One step of one input row towards `word`. The error goes to the scratch row `scratchErrors`, and to the input itself
 * when `inPlace`.
 */
export function stepSoftmax(input: usize, inPlace: bool, word: u32, rate: f32, sampled: bool): void {
  const scores = scratch + scratchAllScores;
  const inputs = scratch + scratchHiddenList;
  const errors = scratch + scratchErrorList;
  setEntry(inputs, 0, <u32>input);
  setEntry(errors, 0, <u32>(scratch + scratchErrors));
  const count = <i32>words;
  for (let at: i32 = 0; at < count; at += 6)
    score(1, min(6, count - at), inputs, outputRows + ((<usize>at) << 2), scores + ((<usize>at) << 2), 0);

  // Numbers behind the last word, so that whole vectors can be taken: they count for nothing.
  for (let at = count; at & 3; at++) store<f32>(scores + ((<usize>at) << 2), -Infinity);
  const bytes = (<usize>((count + 3) & ~3)) << 2;
  let highest = f32x4.splat(-Infinity);
  for (let i: usize = 0; i < bytes; i += 16) highest = f32x4.pmax(highest, v128.load(scores + i));
  const top = max(
    max(f32x4.extract_lane(highest, 0), f32x4.extract_lane(highest, 1)),
    max(f32x4.extract_lane(highest, 2), f32x4.extract_lane(highest, 3)),
  );
  const target = load<f32>(scores + ((<usize>word) << 2));
  const shift = f32x4.splat(top);
  let sums = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = f32x4.sub(v128.load(scores + i), shift);
    const e = v128.and(exponential(x), f32x4.gt(x, f32x4.splat(-87)));
    v128.store(scores + i, e);
    sums = f32x4.add(sums, e);
  }
  const sum: f64 =
    <f64>f32x4.extract_lane(sums, 0) +
    <f64>f32x4.extract_lane(sums, 1) +
    <f64>f32x4.extract_lane(sums, 2) +
    <f64>f32x4.extract_lane(sums, 3);
  if (sampled) addLoss(Math.log(sum) + <f64>top - <f64>target);

  const scale = f32x4.splat(<f32>(-(<f64>rate) / sum));
  for (let i: usize = 0; i < bytes; i += 16) v128.store(scores + i, f32x4.mul(v128.load(scores + i), scale));
  const place = scores + ((<usize>word) << 2);
  store<f32>(place, load<f32>(place) + rate);

  memory.fill(scratch + scratchErrors, 0, rowBytes);
  for (let at: i32 = 0; at < count; at += 6)
    push(
      1,
      min(6, count - at),
      inputs,
      errors,
      outputRows + ((<usize>at) << 2),
      scores + ((<usize>at) << 2),
      0,
    );
  if (!inPlace) return;
  const length = rowBytes;
  for (let i: usize = 0; i < length; i += 16)
    v128.store(input + i, f32x4.add(v128.load(input + i), v128.load(scratch + scratchErrors + i)));
}
