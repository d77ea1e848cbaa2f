/** What somebody else made, and under which terms. */
export interface Notice {
  readonly name: string;
  /** Empty for data, which has none. */
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Filled in when the program is built (`resources/notices.ts`). */
export const notices: readonly Notice[] = [];
