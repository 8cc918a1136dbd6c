// Docstrings lose their common indentation at compile time since 3.13 (Python/compile.c, _PyCompile_CleanDoc).

/** Expands tabs, removes the margin of all lines but the first, and the blanks before the first. */
export function cleanDocstring(doc: string): string {
  const lines = expandTabs(doc).split('\n');
  const [first = '', ...rest] = lines;
  let margin = Infinity;
  for (const line of rest) {
    const text = line.replace(/^ +/, '');
    if (text !== '') margin = Math.min(margin, line.length - text.length);
  }
  const head = first.replace(/^ +/, '');
  if (rest.length === 0) return head;
  const cut = Number.isFinite(margin) ? margin : 0;
  const tail = rest.map((line) => {
    const blanks = line.length - line.replace(/^ +/, '').length;
    return line.slice(Math.min(cut, blanks));
  });
  return [head, ...tail].join('\n');
}

/** `str.expandtabs()`: columns count code points and restart at \n and \r. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const char of text) {
    if (char === '\t') {
      const blanks = 8 - (column % 8);
      result += ' '.repeat(blanks);
      column += blanks;
    } else {
      result += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
