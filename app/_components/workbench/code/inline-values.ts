// The values of the running frame's names, beside the lines that bind them. Reads the text only: indentation tells how far a function goes.
import type { ObjectSerial } from '#lib/engine/index.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'

const mostChars = 36

/** `name = value`, and the object that it is. */
export interface InlineValue {
  readonly text: string
  readonly serial: ObjectSerial
}

/** For lines of the running function (or of the module) the names that they bind, with their values now. */
export function inlineValues(source: string, { snapshot, bySerial }: SnapshotIndex): ReadonlyMap<number, readonly InlineValue[]> {
  const frame = snapshot.frames.at(-1)
  const inModule = frame === undefined || frame.name === '<module>'
  const bindings = new Map<string, ObjectSerial>((inModule ? snapshot.globals : frame.bindings).map(({ name, target }) => [name, target]))
  const lines = source.split('\n')
  const own = inModule ? outsideFunctions(lines) : functionAround(lines, frame.line)
  const linesOf = new Map<string, number[]>()
  for (const line of own) for (const name of boundNames(lines[line - 1] ?? '')) linesOf.set(name, [...(linesOf.get(name) ?? []), line])
  const current = snapshot.line ?? Infinity
  const values = new Map<number, InlineValue[]>()
  for (const [name, found] of linesOf) {
    const object = bySerial.get(bindings.get(name) ?? -1)
    if (object === undefined || notWorthSaying.has(object.type)) continue
    // The line that bound it last: above the current one, or, in a loop, below.
    const line = found.findLast((candidate) => candidate < current) ?? found.at(-1) ?? 0
    values.set(line, [...(values.get(line) ?? []), { text: `${name} = ${short(object.repr)}`, serial: object.serial }])
  }
  return values
}

/** Where a line's code ends and its comment begins: values stand there. */
export function codeEnd(line: string): number {
  const comment = /^(?:[^#'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*/.exec(line)?.[0] ?? line
  return comment.trimEnd().length
}

const notWorthSaying = new Set(['module', 'type', 'function'])

function short(text: string): string {
  return text.length > mostChars ? `${text.slice(0, mostChars - 1)}…` : text
}

const statements = [
  /^\s*(?:async\s+)?for\s+(.+?)\s+in\s/,
  /^\s*(?:async\s+)?with\s.*\sas\s+([\w, ()]+)\s*:/,
  /^\s*(?:async\s+)?def\s+\w+\s*\(([^)]*)\)/,
  /^\s*([A-Za-z_][\w, ()*]*?)\s*(?:\+|-|\*\*?|\/\/?|%|@|&|\||\^|<<|>>)?=(?!=)/,
  /^\s*([A-Za-z_]\w*)\s*:[^=]+=(?!=)/,
]

/** Names that a line binds: assignments, loop variables, parameters. */
function boundNames(line: string): string[] {
  const targets = statements.map((statement) => statement.exec(line)?.[1]).find((part) => part !== undefined) ?? ''
  const names = targets
    .split(',')
    .map((part) => part.replace(/[:=].*$/, ''))
    .join(',')
    .match(/[A-Za-z_]\w*/g)
  return [...new Set(names ?? [])]
}

const indentOf = (line: string) => /^\s*/.exec(line)?.[0].length ?? 0
const isBlank = (line: string) => /^\s*(#.*)?$/.test(line)

function outsideFunctions(lines: readonly string[]): number[] {
  const found: number[] = []
  let inside: number | null = null
  for (const [index, line] of lines.entries()) {
    if (isBlank(line) || (inside !== null && indentOf(line) > inside)) continue
    inside = /^\s*(async\s+def|def|class)\s/.test(line) ? indentOf(line) : null
    if (inside === null) found.push(index + 1)
  }
  return found
}

/** The lines of the innermost function around a line. */
function functionAround(lines: readonly string[], line: number): number[] {
  let start = line
  let least = Infinity
  for (; start > 1; start -= 1) {
    const text = lines[start - 1] ?? ''
    if (isBlank(text)) continue
    if (indentOf(text) < least && /^\s*(async\s+def|def)\s/.test(text)) break
    least = Math.min(least, indentOf(text))
  }
  const found = [start]
  const indent = indentOf(lines[start - 1] ?? '')
  for (let next = start + 1; next <= lines.length; next += 1) {
    const text = lines[next - 1] ?? ''
    if (isBlank(text)) continue
    if (indentOf(text) <= indent) break
    found.push(next)
  }
  return found
}
