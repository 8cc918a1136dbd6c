// What a new judging thread judges before its first task: a program of the kind that learners write.
import type { JudgeTask } from './pool.ts'

const VISIBLE = `from observe import case, check
@case(any_schedule=True)
def ready(program):
    node = program.call("make")
    check("ready", node.attr("next").type == "Node")
    node.release()
    program.none_left("ready", "Node", but=3)
`

const SOURCE = `import gc, sys, weakref
class Node:
    def __init__(self, n):
        self.next = Node(n - 1) if n else None
def make():
    return Node(9)
kept = Node(2)
print(sys.getrefcount(kept), weakref.ref(kept), gc.collect())
`

/** A task that is accepted. */
export const WARM_UP: JudgeTask = {
  challenge: {
    kind: 'code',
    slug: 'warm-up',
    unit: 'none',
    unitTitle: 'None',
    position: 0,
    title: 'Warm up',
    summary: 'Warms up a thread.',
    difficulty: 1,
    concepts: [],
    golf: false,
    statementMarkdown: '',
    starter: '',
    goals: [{ id: 'ready', title: 'Ready', hidden: false }],
    metric: null,
    medals: null,
    hints: [],
    limits: { steps: 1_000_000, memoryBytes: 16_000_000, outputChars: 1000 },
    pythonVersion: '3.13',
    // Makes the search for forbidden constructs run too.
    forbidden: ['name nothing'],
    prerequisites: [],
    explanationMarkdown: '',
    variants: [],
    checks: { visible: VISIBLE, hidden: '' },
  },
  source: SOURCE,
  seed: 0,
}
