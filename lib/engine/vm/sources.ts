// Source lines by file name, for tracebacks and warnings (what Lib/linecache.py reads from disk).
import type { Machine } from '../machine.ts';
import { strValue, isStr } from '../objects/str.ts';
import type { PyObject } from '../objects/object.ts';

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

/** Text of a virtual file, null if there is none. */
export function virtualFile(m: Machine, path: string): string | null {
  const files = m.options.files;
  if (files === undefined) return null;
  const found = files[path] ?? files[path.replace(/^\.\//, '')];
  if (found === undefined) return null;
  return typeof found === 'string' ? found : decodeUtf8(found);
}

function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] as number;
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = size === 1 ? first : first & (0xff >> (size + 1));
    for (let k = 1; k < size; k++) code = (code << 6) | ((bytes[i + k] ?? 0x80) & 0x3f);
    text += String.fromCodePoint(code);
    i += size;
  }
  return text;
}

/** A str object's text; null for anything else. */
export function textOrNull(o: PyObject | null): string | null {
  return o !== null && isStr(o) ? strValue(o) : null;
}
