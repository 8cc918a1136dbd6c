// The files of a new challenge, by kind: small, complete and provable.

export const KINDS = ['code', 'predict', 'cut', 'build', 'hunt'] as const
export type Kind = (typeof KINDS)[number]

const EXPLANATION = 'Why it is so, shown once solved: what happens in the heap, which other ways there are, and what they cost. Some two hundred characters at the least, so that there is something to learn even for those who guessed right at once.\n'
const HINTS = ['Look at this.', 'Think of that.', 'The last hint, which costs the gold medal, may come close to the idea.']

type Files = Readonly<Record<string, string>>

function json(made: Kind, title: string, facts: object): string {
  return `${JSON.stringify({ kind: made, title, summary: 'One sentence for the map.', difficulty: 1, concepts: ['names'], ...facts, hints: HINTS }, null, 2)}\n`
}


/** Makes the files of a challenge with this title. */
export const FILES: Readonly<Record<Kind, (title: string) => Files>> = { code: codeFiles, predict: predictFiles, cut: cutFiles, build: buildFiles, hunt: huntFiles }

function codeFiles(title: string): Files {
  return {
    'challenge.json': json('code', title, { goals: [{ id: 'right', title: '`double(n)` is twice `n`' }], metric: { id: 'steps', label: 'steps of double()' }, medals: { gold: 10, silver: 20 } }),
    'statement.md': '**Your task:** write `double(n)`.\n',
    'starter.py': 'def double(n):\n    return n\n',
    'checks.py': `"""Checks of ${JSON.stringify(title)}."""\nfrom observe import case, check, measure\n\n\ndef double(program, n):\n    answer = program.call("double", n)\n    check("right", answer.value == 2 * n, f"\`double({n})\` is {answer.value}.")\n    measure(answer.steps)\n\n\n@case("two numbers")\ndef two(program):\n    double(program, 1)\n    double(program, 21)\n`,
    'hidden.py': `"""Hidden cases of ${JSON.stringify(title)}."""\nfrom checks import double\nfrom observe import case, rng\n\n\n@case\ndef other_numbers(program):\n    double(program, rng().between(100, 999))\n`,
    'explanation.md': EXPLANATION,
    'solutions/accepted.py': '# verdict: accepted\n# By hand.\ndef double(n):\n    total = n\n    total += n\n    return total\n',
    'solutions/par.py': '# verdict: accepted\n# medal: gold\n# One multiplication.\ndef double(n):\n    return 2 * n\n',
    'solutions/wrong-starter.py': '# verdict: wrong-answer\n# says: `double(1)` is 1.\n# Returns what it got.\ndef double(n):\n    return n\n',
    'solutions/wrong-square.py': '# verdict: wrong-answer\n# says: `double(1)` is 1.\n# Squares.\ndef double(n):\n    return n * n\n',
    'solutions/wrong-hard-coded.py': '# verdict: wrong-answer\n# says: not for a hidden one\n# Knows the visible numbers.\ndef double(n):\n    return {1: 2, 21: 42}.get(n)\n',
  }
}

function predictFiles(title: string): Files {
  return {
    'challenge.json': json('predict', title, { variants: [{ n: 2 }, { n: 5 }], questions: [{ id: 'length', ask: 'What does line 3 print?', key: { prints: 1 } }] }),
    'statement.md': '**Your task:** say what the program prints.\n',
    'program.py': 'a = [0] * {{n}}\nb = a; b.append(1)\nprint(len(a))\n',
    'explanation.md': EXPLANATION,
    'solutions/accepted.txt': '# verdict: accepted\n# One list with two names.\nlength: {{n + 1}}\n',
    'solutions/wrong-copies.txt': '# verdict: wrong-answer\n# says: an assignment made a copy\n# Thinks that b is a list of its own.\nlength: {{n}}\n',
    'solutions/wrong-twice.txt': '# verdict: wrong-answer\n# says: is not what the interpreter finds\n# Appends twice.\nlength: {{n + 2}}\n',
    'solutions/wrong-last.txt': '# verdict: wrong-answer\n# says: is not what the interpreter finds\n# The item instead of the length.\nlength: 1\n',
  }
}

function cutFiles(title: string): Files {
  return {
    'challenge.json': json('cut', title, { free: ['Node'], metric: { id: 'cuts', label: 'cuts' }, medals: { gold: 2, silver: 3 } }),
    'statement.md': 'Two nodes hold each other. **Your task:** cut references until both are freed.\n',
    'program.py': 'class Node:\n    pass\n\n\none, two = Node(), Node()\none.other, two.other = two, one\none.self = one\ndel one, two\n',
    'explanation.md': EXPLANATION,
    'solutions/accepted.txt': '# verdict: accepted\n# medal: gold\nNode #1 .other\nNode #1 .self\n',
    'solutions/par.txt': '# verdict: accepted\n# medal: gold\nNode #2 .other\nNode #1 .self\n',
    'solutions/wrong-self.txt': '# verdict: wrong-answer\n# says: still alive\n# The other node still holds it.\nNode #1 .self\n',
    'solutions/wrong-forwards.txt': '# verdict: wrong-answer\n# says: still alive\n# It still holds itself.\nNode #1 .other\n',
    'solutions/wrong-back.txt': '# verdict: wrong-answer\n# says: still alive\n# It still holds itself.\nNode #2 .other\n',
  }
}

function buildFiles(title: string): Files {
  return {
    'challenge.json': json('build', title, { variants: [{ n: 3 }, { n: 1 }], roots: ['pair({{n}})'], compare: ['objects', 'sharing'] }),
    'statement.md': '**Your task:** write `pair(n)`: a list that holds one list of `n` zeros twice.\n',
    'starter.py': 'def pair(n):\n    return [[0] * n, [0] * n]\n',
    'target.py': 'def pair(n):\n    return [[0] * n] * 2\n',
    'explanation.md': EXPLANATION,
    'solutions/accepted.py': '# verdict: accepted\n# One list with a name.\ndef pair(n):\n    row = [0] * n\n    return [row, row]\n',
    'solutions/wrong-two.py': '# verdict: partial\n# fails: sharing\n# says: two in your heap\n# Two equal lists.\ndef pair(n):\n    return [[0] * n, [0] * n]\n',
    'solutions/wrong-tuple.py': '# verdict: partial\n# fails: objects\n# says: a `tuple` in your heap\n# A tuple.\ndef pair(n):\n    row = [0] * n\n    return row, row\n',
    'solutions/wrong-hard-coded.py': '# verdict: partial\n# fails: objects\n# says: not for\n# The size that is shown.\ndef pair(n):\n    row = [0, 0, 0]\n    return [row, row]\n',
  }
}

function huntFiles(title: string): Files {
  return {
    'challenge.json': json('hunt', title, {
      variants: [{ first: 'kept.append(page)', second: 'print("open")' }, { first: 'print("open")', second: 'kept.append(page)' }],
      finds: [{ id: 'line', ask: 'Which line made the reference that keeps the `Page` alive?', mark: 'line', key: { frees: 'Page', keeps: [] } }],
    }),
    'statement.md': 'The page was deleted, and lives. **Your task:** mark the line to blame.\n',
    'program.py': 'class Page:\n    pass\n\n\nkept = []\npage = Page()\n{{first}}\n{{second}}\ndel page\n',
    'explanation.md': EXPLANATION,
    'solutions/accepted.txt': '# verdict: accepted\n# The append.\nline: line {{7 if "kept" in first else 8}}\n',
    'solutions/wrong-print.txt': '# verdict: wrong-answer\n# says: makes no reference\n# Printing keeps nothing.\nline: line {{8 if "kept" in first else 7}}\n',
    'solutions/wrong-made.txt': '# verdict: wrong-answer\n# says: makes no reference\n# The name is deleted again.\nline: line 6\n',
    'solutions/wrong-del.txt': '# verdict: wrong-answer\n# says: makes no reference\n# del takes a reference away.\nline: line 9\n',
  }
}
