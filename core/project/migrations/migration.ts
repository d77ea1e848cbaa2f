/** One step from a schema to the next. */
export interface Migration {
  /** Number of the schema that it makes; they run from 1 without gaps. */
  readonly version: number;
  readonly sql: string;
}
