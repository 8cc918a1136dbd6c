// Source lines by file name, for tracebacks and warnings (what Lib/linecache.py reads from disk).
import type { Machine } from '../machine.ts';
import { strValue, isStr } from '../objects/str.ts';
import type { PyObject } from '../objects/object.ts';
import { HOME } from '../modules/virtual-files.ts';

/** Sources of one machine: the program, its virtual files, bundled modules once imported. */
export class SourceCache {
  private readonly texts = new Map<string, string>();
  /** Of the files that somebody asked a line of. */
  private readonly lines = new Map<string, readonly string[]>();

  /** Registers the text behind a file name. */
  set(filename: string, source: string): void {
    this.texts.set(filename, source);
    this.lines.delete(filename);
  }

  /** The line (1-based, without its end), or null. */
  line(filename: string, lineno: number): string | null {
    const text = this.texts.get(filename);
    if (text === undefined) return null;
    let lines = this.lines.get(filename);
    if (lines === undefined) this.lines.set(filename, (lines = splitLines(text)));
    return lines[lineno - 1] ?? null;
  }

  /** From now on there is nothing to read files with. */
  forget(): void {
    this.texts.clear();
    this.lines.clear();
  }

  has(filename: string): boolean {
    return this.texts.has(filename);
  }
}

/** Lines as CPython's universal newlines make them. */
export function splitLines(source: string): string[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/** A file of the program's directory as it is now: what the run began with, or what the program has made of it; null if there is none. */
export function virtualFile(m: Machine, path: string): string | Uint8Array | null {
  const { files, filename = 'main.py', source } = m.options;
  if (m.fileSystem === null) return files?.[path] ?? (path === filename ? source : null);
  const node = m.fileSystem.find(`${HOME}/${path}`);
  return node !== null && 'data' in node ? node.data.subarray(0, node.size) : null;
}

/** A str object's text; null for anything else. */
export function textOrNull(o: PyObject | null): string | null {
  return o !== null && isStr(o) ? strValue(o) : null;
}
