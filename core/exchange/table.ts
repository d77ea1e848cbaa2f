export type Cell = string | number | null;

export interface Table {
  readonly columns: readonly {
    readonly name: string;
    readonly kind: 'text' | 'number';
    /** Of a concordance: what stands before the node is set against it. */
    readonly role?: 'left' | 'node' | 'right';
  }[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Where it is known: for progress and for Excel’s limits. */
  readonly rowCount?: number;
  /** How a number is written; otherwise with all its digits. */
  readonly numberText?: (value: number) => string;
}
