/**
 * An expected failure: a code for programs, one Chinese sentence for the person (what happened, to
 * which file, what is safe, what to do next). It crosses the border as a value; exceptions do not.
 */
export interface Failure {
  code: string;
  message: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Thrown inside a process for an expected failure; the bridge turns it into an outcome. */
export class RequestFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RequestFailure';
    this.code = code;
  }
}
