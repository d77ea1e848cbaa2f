/** Strings in a row and where each ends; the number of each string. */
export function textPool() {
  const numbers = new Map<string, number>();
  return {
    numberOf(text: string): number {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    },
    packed(name: string) {
      let end = 0;
      const ends = Int32Array.from(numbers.keys(), (text) => (end += text.length));
      return { [`${name}.text`]: [...numbers.keys()].join(''), [`${name}.ends`]: ends };
    },
  };
}
