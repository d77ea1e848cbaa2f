declare module 'stopwords-iso' {
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
