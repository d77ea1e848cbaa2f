/**
 * Whether what stands behind the node goes on without a blank, as a comma does, or an ending behind an apostrophe. Sides come with the blanks
 * of the text; where a script writes none, words stay apart, so that the node is seen.
 */
export const isJoinedAfter = (right: string): boolean => /^[\p{P}\p{S}]/u.test(right);

/** Whether what stands before the node goes on into it: an opening bracket, or an article with its apostrophe. */
export const isJoinedBefore = (left: string): boolean => /[\p{P}\p{S}]$/u.test(left);
