/** Made of cql.peggy. */
export function parse(query: string): unknown;

export class SyntaxError extends Error {
  readonly location: { readonly start: { readonly offset: number } };
  readonly expected:
    readonly { readonly type: string; readonly description?: string; readonly text?: string }[] | null;
  readonly found: string | null;
}
