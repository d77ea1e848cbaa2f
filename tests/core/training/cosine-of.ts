/** Cosine of two words of a model, by name. */
export function cosineOf(words: readonly string[], values: Float32Array, dimensions: number) {
  const row = (word: string) => {
    const at = words.indexOf(word);
    if (at < 0) throw new Error(`no vector for ${word}`);
    return values.subarray(at * dimensions, (at + 1) * dimensions);
  };
  return (first: string, second: string): number => {
    const [a, b] = [row(first), row(second)];
    let [dot, aa, bb] = [0, 0, 0];
    for (let at = 0; at < dimensions; at += 1) {
      dot += a[at]! * b[at]!;
      aa += a[at]! ** 2;
      bb += b[at]! ** 2;
    }
    return dot / Math.sqrt(aa * bb);
  };
}
