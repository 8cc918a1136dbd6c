// A module of the library that is Python source of our own.

import type { InVersion } from '../objects/type.ts';

/**
 * A bundled module. Its source is a function that is called at the first import: what V8 need not make when the engine starts, and need not keep in
 * a compiled bundle, is a megabyte of text.
 */
export class PythonModule {
  readonly isPackage: boolean;
  /** CPython's is written in C: its frames are not in tracebacks. */
  readonly standsForC: boolean;
  /** Which versions have it; null: all. */
  readonly inVersion: InVersion | null;
  private readonly read: () => string;
  private text: string | null = null;

  constructor(read: () => string, { isPackage = false, standsForC = false, inVersion = null }: { isPackage?: boolean; standsForC?: boolean; inVersion?: InVersion | null } = {}) {
    this.read = read;
    this.isPackage = isPackage;
    this.standsForC = standsForC;
    this.inVersion = inVersion;
  }

  get source(): string {
    return (this.text ??= this.read());
  }
}

/** One that is a single file. */
export const module = (read: () => string): PythonModule => new PythonModule(read);

/** One that holds others. */
export const packageOf = (read: () => string): PythonModule => new PythonModule(read, { isPackage: true });

/** One that is a single file and stands for C. */
export const moduleInC = (read: () => string): PythonModule => new PythonModule(read, { standsForC: true });
