// Constructs that a challenge rules out, found in the syntax tree (never in the text: a comment may say what it likes).
//
//   import gc          `import gc`, `from gc import …`, and every way around: __import__, importlib
//   name globals       the name, wherever it is used
//   attribute clear    `x.clear`, whatever x is
//   node Delete        a kind of node of the syntax tree (Delete = the `del` statement, ListComp, Lambda …)
import { PARSER_FEATURES, isPythonVersion, parse } from '#lib/engine/index.ts'
import type { ChallengeDefinition } from './types.ts'

/** What must be ruled out with an import, because it can stand for one. */
const IMPORT_DETOURS = ['__import__', 'importlib', 'exec', 'eval', 'compile']

const NODE_WORDS: Readonly<Record<string, string>> = { Delete: '`del`', Global: '`global`', Try: '`try`', While: '`while`', For: '`for`', Lambda: '`lambda`', ListComp: 'a list comprehension' }

/** A sentence about the first forbidden construct of the source; null when there is none (or it does not parse: that has its own verdict). */
export function forbiddenUse(source: string, { forbidden, pythonVersion }: Pick<ChallengeDefinition, 'forbidden' | 'pythonVersion'>): string | null {
  if (forbidden.length === 0) return null
  const features = PARSER_FEATURES[isPythonVersion(pythonVersion) ? pythonVersion : '3.13']
  const parsed = parse(source, { filename: 'main.py', mode: 'exec', features })
  if (!parsed.ok) return null
  const rules = forbidden.map(ruleOf)
  for (const { node, line } of nodesOf(parsed.module, 1)) {
    for (const rule of rules) {
      const found = rule(node)
      if (found !== null) return `Line ${line} uses ${found}, which this challenge rules out.`
    }
  }
  return null
}

/** A node of the tree, seen as plain data. */
type Node = Readonly<Record<string, unknown>> & { readonly kind: string }

/** The words for what a node does against the rule, or null. */
type Rule = (node: Node) => string | null

function ruleOf(text: string): Rule {
  const [what = '', name = ''] = text.split(' ')
  if (what === 'import') {
    const detours = IMPORT_DETOURS.map((detour) => nameRule(detour))
    return (node) => (importedNames(node).some((imported) => imported === name || imported.startsWith(`${name}.`) || imported === 'importlib') ? `\`import ${name}\`` : firstOf(detours, node))
  }
  if (what === 'name') return nameRule(name)
  if (what === 'attribute') return (node) => (node.kind === 'Attribute' && node.attr === name ? `\`.${name}\`` : null)
  return (node) => (node.kind === name ? (NODE_WORDS[name] ?? `\`${name}\``) : null)
}

function nameRule(name: string): Rule {
  return (node) => (node.kind === 'Name' && node.id === name ? `\`${name}\`` : null)
}

function firstOf(rules: readonly Rule[], node: Node): string | null {
  for (const rule of rules) {
    const found = rule(node)
    if (found !== null) return found
  }
  return null
}

function importedNames(node: Node): string[] {
  if (node.kind === 'Import' && Array.isArray(node.names)) return node.names.flatMap((alias: unknown) => (isNode(alias) && typeof alias.name === 'string' ? [alias.name] : []))
  return node.kind === 'ImportFrom' && typeof node.module === 'string' ? [node.module] : []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}

/** Every node below, in the order of the source, with its line. No recursion: a learner's tree may be deep. */
function* nodesOf(root: unknown, firstLine: number): Generator<{ node: Node; line: number }> {
  const pending: { value: unknown; line: number }[] = [{ value: root, line: firstLine }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value } = next
    if (typeof value !== 'object' || value === null) continue
    const line = 'lineno' in value && typeof value.lineno === 'number' ? value.lineno : next.line
    if (isNode(value)) yield { node: value, line }
    for (const part of Object.values(value).reverse()) if (typeof part === 'object') pending.push({ value: part, line })
  }
}
