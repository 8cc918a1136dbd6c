// The source as the tokenizer sees it: line ends translated, a final newline ensured, UTF-8 columns computed
// (CPython 3.13 Parser/tokenizer/helpers.c, translate_newlines; tokenizer/utf8_tokenizer.c).

/** Source text with the means to compute UTF-8 columns in it. */
export class SourceText {
  readonly text: string;
  /** True when a byte offset within a line is simply an index difference. */
  readonly isAscii: boolean;
  readonly hasNul: boolean;
  /** The last line had no newline, and was given one. */
  readonly addedNewline: boolean;
  private cachedLineStart = 0;
  private cachedIndex = 0;
  private cachedBytes = 0;

  /** A byte order mark is skipped in files; in a string it is a character like any other. */
  constructor(source: string, ensureNewline: boolean, isFile = true) {
    let text = isFile && source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
    if (text.includes('\r')) text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    this.addedNewline = ensureNewline && !text.endsWith('\n');
    if (this.addedNewline) text += '\n';
    this.text = text;
    this.isAscii = !/[^\x00-\x7f]/.test(text);
    this.hasNul = text.includes('\0');
  }

  /** UTF-8 bytes between a line's start and an index in that line (or after it). Fast when asked in order. */
  column(lineStart: number, index: number): number {
    if (this.isAscii) return index - lineStart;
    let at = lineStart;
    let bytes = 0;
    if (this.cachedLineStart === lineStart && this.cachedIndex <= index) {
      at = this.cachedIndex;
      bytes = this.cachedBytes;
    }
    bytes += utf8Length(this.text, at, index);
    this.cachedLineStart = lineStart;
    this.cachedIndex = index;
    this.cachedBytes = bytes;
    return bytes;
  }

  /** A 1-based line with its newline; '' past the end. `asInFile`: without the newline that was added at the end. */
  line(lineno: number, asInFile: boolean): string {
    let start = 0;
    for (let n = 1; n < lineno; n++) {
      const end = this.text.indexOf('\n', start);
      if (end < 0) return '';
      start = end + 1;
    }
    const end = this.text.indexOf('\n', start);
    if (end < 0) return this.text.slice(start);
    const isLast = end === this.text.length - 1;
    return this.text.slice(start, isLast && asInFile && this.addedNewline ? end : end + 1);
  }
}

/** True when nothing but space and comments follows an index. */
export function isBlank(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 35) {
      const end = text.indexOf('\n', at);
      if (end < 0) return true;
      at = end;
    } else if (c !== 32 && c !== 9 && c !== 10 && c !== 12) return false;
  }
  return true;
}

/** UTF-8 bytes of a stretch of a string; a lone surrogate counts three. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = end - start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < end && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      i++;
    } else bytes += 2;
  }
  return bytes;
}

/** Characters (code points) in a stretch of a string. */
export function characterCount(text: string, start: number, end: number): number {
  let count = end - start;
  for (let i = start; i + 1 < end; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}
