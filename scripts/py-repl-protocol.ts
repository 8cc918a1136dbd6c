// What the two threads of the REPL say to each other: the terminal's thread reads lines, the interpreter's thread runs them.
import type { PythonVersion } from '../lib/engine/index.ts';

/** The argument by which the interpreter's thread knows what it is. */
export const REPL_THREAD = '--repl-thread';

/** Given to the interpreter's thread at its start. */
export interface ReplSetup {
  readonly python: PythonVersion;
  /** [0]: 1 while Ctrl-C waits to be seen; [1]: 1 once an answer to `input` has been sent. */
  readonly flags: SharedArrayBuffer;
}

/** To the interpreter. */
export type ReplOrder =
  | { readonly kind: 'push'; readonly source: string }
  | { readonly kind: 'input'; readonly text: string }
  | { readonly kind: 'finish' };

/** From the interpreter; `tail` is what was printed since the last line end. */
export type ReplNews =
  | { readonly kind: 'ready'; readonly more: boolean; readonly tail: string }
  | { readonly kind: 'input'; readonly tail: string }
  | { readonly kind: 'ended'; readonly exitCode: number };
