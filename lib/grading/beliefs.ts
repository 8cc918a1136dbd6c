// What people wrongly believe about memory, as changes to a program: run with the change, it shows what somebody with that belief expects.
// Every change leaves each statement in its line.
import { PARSER_FEATURES, isPythonVersion, parse } from '#lib/engine/index.ts'

/** A belief, and the program that would behave so. */
export interface Believed {
  readonly belief: string
  readonly program: string
}

/** What the changed programs import. */
export const BELIEF_MODULES: Readonly<Record<string, string>> = {
  _belief: `import sys


class _Freed:
    pass


def deep(o, seen=None):
    seen = set() if seen is None else seen
    if id(o) in seen:
        return 0
    seen.add(id(o))
    size = sys.getsizeof(o)
    if isinstance(o, dict):
        parts = [part for pair in o.items() for part in pair]
    elif isinstance(o, (list, tuple, set, frozenset)):
        parts = o
    else:
        parts = list(getattr(o, "__dict__", {}).values())
    for part in parts:
        size += deep(part, seen)
    return size


def copy(o):
    if isinstance(o, (list, dict, set, bytearray)):
        return o.copy()
    if hasattr(o, "__dict__") and not isinstance(o, type) and not callable(o):
        twin = object.__new__(type(o))
        twin.__dict__.update(o.__dict__)
        return twin
    return o


def free(o):
    if hasattr(o, "__dict__") and not isinstance(o, type):
        if hasattr(o, "__del__"):
            o.__del__()
        o.__class__ = _Freed
`,
}

interface Node {
  readonly kind: string
  readonly [field: string]: unknown
}

/** Text that goes in at a place of the source, or takes the place of what stands there. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Belief {
  readonly says: string
  /** The changes that a node of the tree calls for. */
  readonly edits: (node: Node, text: SourceText) => readonly Edit[]
}

const BELIEFS: readonly Belief[] = [
  {
    says: '`del` freed the object; it takes away one name, and the object goes with its last reference',
    edits: (node, text) =>
      node.kind === 'Delete' && Array.isArray(node.targets) ? text.before(node, `__import__('_belief').free(${node.targets.map((target) => (isNode(target) ? text.of(target) : '')).join(", __import__('_belief').free(")}); `) : [],
  },
  {
    says: 'an assignment made a copy; it only binds one more name to the same object',
    edits: (node, text) => (node.kind === 'Assign' && isNode(node.value) && node.value.kind === 'Name' && Array.isArray(node.targets) && node.targets.every((target) => isNode(target) && target.kind === 'Name') ? text.around(node.value, "__import__('_belief').copy(", ')') : []),
  },
  {
    says: 'a call passed copies of its arguments; the parameters are names for the same objects',
    edits: (node, text) =>
      node.kind === 'Call' && isNode(node.func) && node.func.kind === 'Name' && Array.isArray(node.args)
        ? node.args.filter((arg): arg is Node => isNode(arg) && arg.kind === 'Name').flatMap((arg) => text.around(arg, "__import__('_belief').copy(", ')'))
        : [],
  },
  {
    says: '`sys.getsizeof` counted what an object refers to; it counts the object alone',
    edits: (node, text) => (isCallOf(node, 'getsizeof') && isNode(node.func) ? text.instead(node.func, "__import__('_belief').deep") : []),
  },
  {
    says: '`sys.getrefcount` did not hold the object itself; its argument is one reference more',
    edits: (node, text) => (isCallOf(node, 'getrefcount') ? text.around(node, '(', ' - 1)') : []),
  },
  {
    says: '`is` compared values; it asks whether both are one object',
    edits: (node, text) => (node.kind === 'Compare' && isNode(node.left) && Array.isArray(node.comparators) && isNode(node.comparators[0]) ? text.operator(node.left, node.comparators[0]) : []),
  },
  {
    says: 'reference counts alone freed a cycle; its objects hold each other until the collector comes',
    edits: (node, text) => (['Delete', 'Assign', 'Expr'].includes(node.kind) ? text.after(node, "; __import__('gc').collect()") : []),
  },
  {
    says: '`gc.collect()` found nothing; it finds what only garbage refers to',
    edits: (node, text) => (isCallOf(node, 'collect') ? text.instead(node, '0') : []),
  },
]

/** The program under every belief that changes it. */
export function believedPrograms(program: string, pythonVersion: string): Believed[] {
  const parsed = parse(program, { filename: 'main.py', mode: 'exec', features: PARSER_FEATURES[isPythonVersion(pythonVersion) ? pythonVersion : '3.13'] })
  if (!parsed.ok) return []
  const text = new SourceText(program)
  const nodes = [...nodesOf(parsed.module)]
  return BELIEFS.flatMap(({ says, edits }) => {
    const changes = nodes.flatMap((node) => edits(node, text))
    return changes.length === 0 ? [] : [{ belief: says, program: text.changed(changes) }]
  })
}

function isCallOf(node: Node, name: string): boolean {
  return node.kind === 'Call' && isNode(node.func) && node.func.kind === 'Attribute' && node.func.attr === name
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}

function* nodesOf(root: unknown): Generator<Node> {
  const pending: unknown[] = [root]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isNode(value)) yield value
    pending.push(...Object.values(value).reverse().filter((part) => typeof part === 'object' && part !== null))
  }
}

/** A source with the places of its nodes. */
class SourceText {
  private readonly source: string
  private readonly lineStarts: readonly number[]

  constructor(source: string) {
    this.source = source
    this.lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)]
  }

  of(node: Node): string {
    return this.source.slice(this.start(node), this.end(node))
  }

  before(node: Node, text: string): Edit[] {
    return [{ start: this.start(node), end: this.start(node), text }]
  }

  after(node: Node, text: string): Edit[] {
    return [{ start: this.end(node), end: this.end(node), text }]
  }

  around(node: Node, before: string, after: string): Edit[] {
    return [...this.before(node, before), ...this.after(node, after)]
  }

  instead(node: Node, text: string): Edit[] {
    return [{ start: this.start(node), end: this.end(node), text }]
  }

  /** `is` between two operands becomes `==`. */
  operator(left: Node, right: Node): Edit[] {
    const [start, end] = [this.end(left), this.start(right)]
    const between = this.source.slice(start, end)
    const text = between.replace(/\bis\s+not\b/, '!=').replace(/\bis\b/, '==')
    return text === between ? [] : [{ start, end, text }]
  }

  changed(edits: readonly Edit[]): string {
    const inOrder = edits.toSorted((one, other) => one.start - other.start || one.end - other.end)
    let [result, at] = ['', 0]
    for (const { start, end, text } of inOrder) {
      if (start < at) continue
      result += this.source.slice(at, start) + text
      at = end
    }
    return result + this.source.slice(at)
  }

  private start({ lineno, colOffset }: Node): number {
    return this.offset(Number(lineno), Number(colOffset))
  }

  private end({ endLineno, endColOffset }: Node): number {
    return this.offset(Number(endLineno), Number(endColOffset))
  }

  /** Columns of the tree count UTF-8 bytes. */
  private offset(line: number, column: number): number {
    let at = this.lineStarts[line - 1] ?? this.source.length
    for (let bytes = 0; bytes < column && at < this.source.length; ) {
      const point = this.source.codePointAt(at) ?? 0
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      at += point < 0x10000 ? 1 : 2
    }
    return at
  }
}
