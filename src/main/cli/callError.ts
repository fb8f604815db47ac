/** The command line was called wrongly: exit code 2. */
export class CallError extends Error {
  readonly code = 'malformed-call';
}
