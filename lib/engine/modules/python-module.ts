// A module of the library that is Python source of our own.

import type { InVersion } from '../objects/type.ts';
interface OldModule {
  readonly until: number;
  readonly read: () => string;
}

interface PythonModuleOptions {
  readonly isPackage?: boolean;
  readonly standsForC?: boolean;
  readonly inVersion?: InVersion | null;
  readonly old?: OldModule | null;
}

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
  /** The module of versions up to a minor one, where it is another. */
  private readonly old: OldModule | null;
  private text: string | null = null;

  constructor(read: () => string, { isPackage = false, standsForC = false, inVersion = null, old = null }: PythonModuleOptions = {}) {
    this.read = read;
    this.isPackage = isPackage;
    this.standsForC = standsForC;
    this.inVersion = inVersion;
    this.old = old;
  }

  get source(): string {
    return (this.text ??= this.read());
  }

  /** The source in version 3.`minor`. */
  sourceIn(minor: number): string {
    return this.old !== null && minor <= this.old.until ? this.old.read() : this.source;
  }
}

/** One that is a single file. */
export const module = (read: () => string): PythonModule => new PythonModule(read);

/** One that holds others. */
export const packageOf = (read: () => string): PythonModule => new PythonModule(read, { isPackage: true });

/** One that is a single file and stands for C. */
export const moduleInC = (read: () => string): PythonModule => new PythonModule(read, { standsForC: true });
