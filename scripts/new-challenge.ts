// `npm run new:challenge UNIT SLUG [TITLE]`: makes the folder of a challenge, complete and provable, ready to be rewritten.
import fs from 'node:fs'
import { at } from './places.ts'

const [unit, slug, ...words] = process.argv.slice(2)
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

interface Unit {
  readonly id: string
  readonly title: string
  readonly challenges: string[]
}

if (unit === undefined || slug === undefined || !NAME.test(slug)) refuse('usage: npm run new:challenge UNIT SLUG [TITLE]   (the slug: small letters, digits, hyphens)')
else make(unit, slug, words.join(' ') || slug.replaceAll('-', ' '))

function make(unitId: string, name: string, title: string): void {
  const unitsFile = at('challenges/units.json')
  const units = JSON.parse(fs.readFileSync(unitsFile, 'utf8')) as Unit[]
  const home = units.find(({ id }) => id === unitId)
  if (home === undefined) return refuse(`There is no unit ${unitId}; challenges/units.json knows: ${units.map(({ id }) => id).join(', ')}.`)
  const folder = at('challenges', unitId, name)
  if (units.some(({ challenges }) => challenges.includes(name)) || fs.existsSync(folder)) return refuse(`${name} exists already.`)
  for (const [file, text] of Object.entries(files(title))) {
    const target = `${folder}/${file}`
    fs.mkdirSync(target.slice(0, target.lastIndexOf('/')), { recursive: true })
    fs.writeFileSync(target, text)
  }
  home.challenges.push(name)
  fs.writeFileSync(unitsFile, unitsText(units))
  console.log(`Made challenges/${unitId}/${name}. Next: npm run prove ${name}, then rewrite its files (challenges/README.md).`)
}

/** One unit a line, as the file is written by hand. */
function unitsText(units: readonly Unit[]): string {
  const lines = units.map(({ id, title, challenges }) => `  { "id": ${JSON.stringify(id)}, "title": ${JSON.stringify(title)}, "challenges": [${challenges.map((slug_) => JSON.stringify(slug_)).join(', ')}] }`)
  return `[\n${lines.join(',\n')}\n]\n`
}

function files(title: string): Record<string, string> {
  const facts = {
    title,
    summary: 'One sentence for the map.',
    goals: [{ id: 'right', title: '`double(n)` is twice `n`' }],
    metric: { id: 'steps', label: 'steps of double()' },
    medals: { gold: 10, silver: 20 },
    hints: ['Look at this.', 'Think of that.', 'The last hint, which costs the gold medal, may come close to the idea.'],
  }
  return {
    'challenge.json': `${JSON.stringify(facts, null, 2)}\n`,
    'statement.md': '**Your task:** write `double(n)`.\n',
    'starter.py': 'def double(n):\n    return n\n',
    'checks.py': `"""Checks of ${JSON.stringify(title)}."""\nfrom observe import case, check, measure\n\n\ndef double(program, n):\n    answer = program.call("double", n)\n    check("right", answer.value == 2 * n, f"\`double({n})\` is {answer.value}.")\n    measure(answer.steps)\n\n\n@case("two numbers")\ndef two(program):\n    double(program, 1)\n    double(program, 21)\n`,
    'hidden.py': `"""Hidden cases of ${JSON.stringify(title)}."""\nfrom checks import double\nfrom observe import case, rng\n\n\n@case\ndef other_numbers(program):\n    double(program, rng().between(100, 999))\n`,
    'explanation.md': 'Why it works, shown once solved: what happens in the heap, which other ways there are, and what they cost. Some two hundred characters at the least, so that there is something to learn even for those who guessed right at once.\n',
    'solutions/accepted.py': '# verdict: accepted\n# By hand.\ndef double(n):\n    total = n\n    total += n\n    return total\n',
    'solutions/par.py': '# verdict: accepted\n# medal: gold\n# One multiplication.\ndef double(n):\n    return 2 * n\n',
    'solutions/wrong-starter.py': '# verdict: wrong-answer\n# says: `double(1)` is 1.\n# Returns what it got.\ndef double(n):\n    return n\n',
    'solutions/wrong-square.py': '# verdict: wrong-answer\n# says: `double(1)` is 1.\n# Squares.\ndef double(n):\n    return n * n\n',
    'solutions/wrong-hard-coded.py': '# verdict: wrong-answer\n# says: not for a hidden one\n# Knows the visible numbers.\ndef double(n):\n    return {1: 2, 21: 42}.get(n)\n',
  }
}

function refuse(message: string): void {
  console.error(message)
  process.exitCode = 2
}
