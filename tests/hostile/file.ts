import type { FailureCode } from '../../src/main/ingest/failures.ts';

/** One hostile or awkward file and what a person must get to see. */
export interface HostileFile {
  /** As it stands in the folder, extension included: the extension may lie. */
  name: string;
  bytes: () => Uint8Array;
  expected: Refused | Read;
}

export interface Refused {
  code: FailureCode;
  /** Words of the Chinese sentence that name the reason or the way round. */
  says: string;
}

export interface Read {
  /** Passages the text must hold, word for word. */
  has: readonly string[];
  hasNot?: readonly string[];
  /** Codes of notices the person must get, among others. */
  notices?: readonly string[];
  format?: string;
  encoding?: string;
}

/** Where markup points for what it must not fetch: the test puts its own address and file in. */
export const TRAP_URL = 'http://127.0.0.1:1/trap';
export const CANARY_PATH = '/CANARY/secret.txt';
export const CANARY = '此处文字只应存在于别的文件之中';
