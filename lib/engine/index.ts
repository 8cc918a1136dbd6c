// The only door of the engine.
import { PYTHON_VERSIONS, isPythonVersion } from './profiles/profile.ts';
import { DEFAULT_LIMITS } from './limits.ts';

export type * from './api.ts';
export type * from './snapshot/schema.ts';
export type { PlainValue } from './plain-value.ts';
export type { PathStep } from './snapshot/holders.ts';
export type * from './recording-types.ts';
export { BlockUse } from './recording-types.ts';
export type { CallArgument, CallOutcome, Handle, Holder, ObjectFacts, Session } from './session-types.ts';
export { createInteractive } from './interactive.ts';
export type { InteractiveSession } from './interactive.ts';
export { createMachine } from './machine-run.ts';
export { createRecording } from './recording/recording.ts';
export { createSession } from './session.ts';
export { applyDiff, diffSnapshots } from './snapshot/diff.ts';
export { compareSnapshots } from './snapshot/match.ts';
export { holdersOf, nameOf, shortestRootPath, whyAlive } from './snapshot/holders.ts';
export { PARSER_FEATURES, parse } from './parser/index.ts';
export { plainInt, plainList } from './plain-value.ts';

export { DEFAULT_LIMITS, PYTHON_VERSIONS, isPythonVersion };

/** Version of the engine: results are reproducible for the same engine version. Raise it with every change that a program can notice. */
export const ENGINE_VERSION = '0.5.0';
