// The kinds without checks of their own: what they accept, what a wrong answer is told, and that the key is the engine's.
import { describe, expect, test } from 'vitest'
import { atSeed, cutBoard, judge, publicTask } from '#lib/grading/index.ts'
import type { BuildChallenge, ChallengeDefinition, CutChallenge, Find, HuntChallenge, PredictChallenge, Question, Variant } from '#lib/grading/types.ts'
import { challengeWith } from './stage.ts'

const { checks: _checks, kind: _kind, ...facts } = challengeWith({ metric: null, medals: null })

function goals(ids: readonly string[]) {
  return ids.map((id) => ({ id, title: id, hidden: false }))
}

function predict(program: string, questions: readonly Omit<Question, 'choices'>[], variants: readonly Variant[] = []): PredictChallenge {
  return { ...facts, kind: 'predict', program, models: [], variants, goals: goals(questions.map(({ id }) => id)), questions: questions.map((question) => ({ ...question, choices: [] })) }
}

function said(challenge: ChallengeDefinition, source: string, seed = 0) {
  const { verdict, message } = judge({ challenge, source, seed })
  return { verdict, message: message ?? '' }
}

describe('predict', () => {
  const size = predict('import sys\nprint(sys.getsizeof([]))\nprint([] is [])\n', [
    { id: 'size', ask: 'size?', key: { prints: 1 } },
    { id: 'same', ask: 'same?', key: { prints: 2 } },
  ])

  test.each(['56', '56 bytes', '56B', ' 56 b ', '0x38', '56.'])('the size may be written as %s', (form) => {
    expect(said(size, `size: ${form}\nsame: no`).verdict).toBe('accepted')
  })
  test.each(['False', 'false', 'no', '0', 'different'])('a truth may be written as %s', (form) => {
    expect(said(size, `size: 56\nsame: ${form}`).verdict).toBe('accepted')
  })
  test('a blank answer costs nothing', () => {
    expect(said(size, 'size: 56\nsame:').verdict).toBe('compile-error')
  })
  test('nothing that the program prints is told before it is solved', () => {
    expect(judge({ challenge: size, source: 'size: 57\nsame: no', seed: 0 }).stdout).toBe('')
    expect(JSON.stringify(publicTask(size))).not.toContain('prints')
  })

  const beliefs: readonly (readonly [string, string, string, string])[] = [
    ['a copy', 'a = [1]\nb = a\nb.append(2)\nprint(len(a))\n', '1', 'an assignment made a copy'],
    ['a copied argument', 'def add(row):\n    row.append(2)\n\na = [1]\nadd(a)\nprint(len(a))\n', '1', 'a call passed copies'],
    ['a deep size', 'import sys\na = ["x" * 100]\nprint(sys.getsizeof((a,)))\n', String(48 + 64 + 141), 'counted what an object refers to'],
    ['no argument', 'import sys\na = []\nprint(sys.getrefcount(a))\n', '1', 'did not hold the object itself'],
    ['is compares', 'a = [1]\nb = [1]\nprint(a is b)\n', 'True', '`is` compared values'],
    ['del frees', 'class C:\n    def __del__(self):\n        print("bye")\n\na = C()\nb = a\ndel a\nprint("end")\n', 'bye', '`del` freed the object'],
    ['counts free cycles', 'import gc\nclass C: pass\ngc.collect()\na = C()\na.me = a\ndel a\nprint(gc.collect())\n', '0', 'reference counts alone freed a cycle'],
  ]
  test.each(beliefs)('%s: a wrong answer reveals the belief and the line', (_, program, answer, belief) => {
    const challenge = predict(program, [{ id: 'q', ask: '?', key: { prints: 1 } }])
    const { verdict, message } = said(challenge, `q: ${answer}`)
    expect(verdict).toBe('wrong-answer')
    expect(message).toContain(belief)
    expect(message).toMatch(/from line \d+ on/)
  })

  test('the line in which an object dies is that of the statement, not of its finalizer', () => {
    const challenge = predict('class C:\n    def __del__(self):\n        pass\n\na = C()\nb = [a]\ndel a\nb.clear()\n', [{ id: 'q', ask: '?', key: { dies: 'C #1' } }])
    expect(said(challenge, 'q: line 8').verdict).toBe('accepted')
    expect(said(challenge, 'q: never').verdict).toBe('wrong-answer')
  })
  test('a seed picks the row', () => {
    const challenge = predict('a = [0] * {{n}}\nprint(len(a))\n', [{ id: 'q', ask: 'How long is {{n}}?', key: { prints: 1 } }], [{ n: 2 }, { n: 7 }])
    expect(said(challenge, 'q: 2', 0).verdict).toBe('accepted')
    expect(said(challenge, 'q: 7', 1).verdict).toBe('accepted')
    expect(said(challenge, 'q: 2', 1).verdict).toBe('wrong-answer')
    expect(publicTask(atSeed(challenge, 1))).toMatchObject({ program: 'a = [0] * 7\nprint(len(a))\n', questions: [{ ask: 'How long is 7?' }] })
  })
})

describe('cut', () => {
  const program = 'class Node: pass\na, b = Node(), Node()\na.other, b.other = b, a\na.row = [b, b]\na.table = {"k": a}\ndel a, b\nkeep = []\n'
  const challenge: CutChallenge = { ...facts, kind: 'cut', program, free: ['Node'], keep: [], cutNames: false, goals: goals(['freed']) }

  test('every reference between data can be cut, each in its own way', () => {
    const board = cutBoard(challenge, '')
    expect(board.edges.map(({ text }) => text)).toEqual(['Node #1 .other', 'Node #1 .row', 'Node #1 .table', 'Node #2 .other', 'list #1 [0]', 'list #1 [1]', "dict #1 ['k']"])
    for (const { text } of board.edges) expect(cutBoard(challenge, text).edges.find((edge) => edge.text === text)?.state).toBe('cut')
  })
  test('the engine says what each cut freed', () => {
    expect(cutBoard(challenge, "Node #2 .other\ndict #1 ['k']").steps).toEqual([
      { cut: 'Node #2 .other', died: [] },
      { cut: "dict #1 ['k']", died: expect.arrayContaining(['Node #1', 'Node #2', 'list #1', 'dict #1']) as unknown },
    ])
  })
  test('the number of cuts is the metric', () => {
    const result = judge({ challenge: { ...challenge, metric: { id: 'cuts', label: 'cuts', lowerIsBetter: true } }, source: "Node #2 .other\ndict #1 ['k']", seed: 0 })
    expect(result).toMatchObject({ verdict: 'accepted', metric: 2 })
  })
  test('an exception lets go of its traceback; what a tuple or a frame holds is fixed', () => {
    const raised = 'class File: pass\ndef read():\n    file = File()\n    raise ValueError\ntry:\n    read()\nexcept ValueError as e:\n    error = e\npair = (error,)\n'
    const kept: CutChallenge = { ...challenge, program: raised, free: ['File'] }
    expect(cutBoard(kept, 'ValueError #1 .__traceback__').steps[0]?.died).toContain('File #1')
    const states = new Map(cutBoard(kept, '').edges.map(({ text, state }) => [text, state]))
    for (const text of ['tuple #2 [0]', 'frame #1 .local file', 'traceback #1 .tb_frame', 'ValueError #1 .args']) expect(states.get(text), text).toBe('fixed')
    expect(said(kept, 'frame #1 .local file')).toMatchObject({ verdict: 'compile-error', message: expect.stringContaining('a `frame` keeps what it holds') as unknown })
  })
  test('a cut of what is gone is no answer', () => {
    expect(said(challenge, 'Node #9 .other').verdict).toBe('compile-error')
  })
})

describe('build', () => {
  const target = 'def make(n):\n    one = [0] * n\n    return {"a": one, "b": (one, [1])}\n'
  const challenge: BuildChallenge = { ...facts, kind: 'build', target, roots: ['make({{n}})'], variants: [{ n: 2 }, { n: 3 }], goals: goals(['objects', 'sharing', 'counts']) }

  const wrong: readonly (readonly [string, string, string])[] = [
    ['objects', 'def make(n):\n    one = [0] * n\n    return {"a": one, "b": (one, [2])}\n', "`make(2)['b'][1][0]` is 2 in your heap, and 1 in the target."],
    ['sharing', 'def make(n):\n    return {"a": [0] * n, "b": ([0] * n, [1])}\n', 'are one object in the target, and two in your heap'],
    ['counts', 'kept = []\ndef make(n):\n    one = [0] * n\n    kept.append(one)\n    return {"a": one, "b": (one, [1])}\n', 'has reference count'],
  ]
  test.each(wrong)('%s: the first difference is told as a path', (goal, source, words) => {
    const result = judge({ challenge, source, seed: 0 })
    expect(result.goals.find(({ id }) => id === goal)?.message).toContain(words)
  })
  test('a browser gets the heap, not the program', () => {
    expect(JSON.stringify(publicTask(atSeed(challenge, 0)))).not.toContain('def make')
  })
  test('the other sizes are compared too, and not told about', () => {
    expect(said(challenge, 'def make(n):\n    one = [0, 0]\n    return {"a": one, "b": (one, [1])}\n').message).toContain('not for a hidden one')
  })
})

describe('hunt', () => {
  const program = 'class Page: pass\nkept = []\npage = Page()\nkept.append(page)\nother = [kept]\ndel page\n'
  const find = (over: Partial<Find>): Find => ({ id: 'f', ask: '?', mark: 'line', key: { frees: 'Page', keeps: ['list'] }, ...over })
  const hunt = (over: Partial<Find>): HuntChallenge => ({ ...facts, kind: 'hunt', program, finds: [find(over)], goals: goals(['f']) })

  test('the line is the one that made the reference', () => {
    expect(said(hunt({}), 'f: line 4').verdict).toBe('accepted')
    expect(said(hunt({}), 'f: line 3').message).toContain('makes no reference')
  })
  test('the reference is one without which the right objects die, and only they', () => {
    expect(said(hunt({ mark: 'reference' }), 'f: list #1 [0]').verdict).toBe('accepted')
    expect(said(hunt({ mark: 'reference' }), 'f: name kept').message).toContain('still alive')
  })
  test('made and dies are facts of the run', () => {
    expect(said(hunt({ key: { made: 'Page #1' } }), 'f: line 3').verdict).toBe('accepted')
    expect(said(hunt({ key: { dies: 'Page #1' } }), 'f: line 6').verdict).toBe('wrong-answer')
  })
})

describe('the picture of a heap to be built', () => {
  test('counts what the program holds, and not the hold of who looks', () => {
    const challenge: BuildChallenge = { ...facts, kind: 'build', target: 'inner = [1]\nbox = [inner, inner]\ndel inner\n', roots: ['box', '[box]'], goals: goals(['counts']) }
    const task = publicTask(challenge)
    const counts = task.kind === 'build' ? task.target.snapshot.objects.filter(({ type }) => type === 'list').map(({ refcount }) => refcount) : []
    expect(counts).toEqual([2, 2, 1])
  })
})
