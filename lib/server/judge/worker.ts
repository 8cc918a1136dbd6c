// The file that a judging thread runs: one task in, one result out. Bundled to dist/judge-worker.mjs.
import { judge } from '#lib/grading/index.ts'
import type { ChallengeDefinition, JudgeResult } from '#lib/grading/types.ts'
import type { JudgeTask } from './pool.ts'

/** Judges one source; called by the pool. */
export default function run(task: JudgeTask): JudgeResult {
  return judge(task)
}

const WARM_UP_ROUNDS = 2

// A thread that has just started judges slowly: its code is not compiled yet, and neither are the library's modules that most programs import. So it
// does this before its first task rather than while somebody waits.
for (let round = 0; round < WARM_UP_ROUNDS; round++) {
  judge({
    challenge: {
      goals: [{ id: 'ready', title: 'Ready', hidden: false }],
      metric: null,
      medals: null,
      limits: { steps: 1_000_000, memoryBytes: 16_000_000, outputChars: 1000 },
      pythonVersion: '3.13',
      forbidden: ['name nothing'],
      checks: {
        visible: 'from observe import case, check\n@case(any_schedule=True)\ndef ready(program):\n    check("ready", program.call("make").attr("next").type == "Node")\n    program.none_left("ready", "Node", but=2)\n',
        hidden: '',
      },
    } as unknown as ChallengeDefinition,
    source: 'import gc, sys, weakref\nclass Node:\n    def __init__(self, n):\n        self.next = Node(n - 1) if n else None\ndef make():\n    return Node(9)\nkept = make()\nprint(sys.getrefcount(kept), weakref.ref(kept), gc.collect())\n',
    seed: 0,
  })
}
