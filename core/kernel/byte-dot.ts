/**
 * Source text of one step of a product of bytes, in AssemblyScript: sixteen signed bytes times sixteen of 0 … 127, four sums of four products
 * each added to what there is. Both builds give the same whole numbers: no sum of two products leaves 16 bits.
 */
export const byteDotSource = (relaxed: boolean): string =>
  relaxed
    ? `@inline export function byteDot(row: v128, query: v128, sum: v128): v128 {
  return i32x4.relaxed_dot_i8x16_i7x16_add_s(row, query, sum);
}
`
    : `@inline export function byteDot(row: v128, query: v128, sum: v128): v128 {
  const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(row), i16x8.extend_low_i8x16_s(query));
  const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(row), i16x8.extend_high_i8x16_s(query));
  return i32x4.add(sum, i32x4.add(low, high));
}
`;
