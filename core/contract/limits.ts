/**
 * How long what a project keeps may be, in bytes of UTF-8. They hold where something is written as well as where a file is opened, so that
 * whatever was saved can be opened; all lie far beyond what texts of people have.
 */
export const longest = {
  /** Of texts, files, models, layers and regions. */
  name: 1 << 20,
  /** A word form, or a value of a layer. */
  word: 1 << 22,
  /** What is known of one text, as JSON. */
  metadata: 1 << 24,
  /** What a person says of a place in a text. */
  note: 1 << 16,
  /** A list that a person made, as a dictionary or a list of words, as JSON. */
  list: 1 << 26,
  /** Which stretches of which texts a recurrent model was trained on, as JSON: some 80 bytes each. */
  stretches: 1 << 28,
} as const;
