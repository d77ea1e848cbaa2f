/** The command line could not be understood: exit status 2. */
export class UsageError extends Error {}
