// `npm run new:challenge UNIT SLUG [KIND] [TITLE]`: makes the folder of a challenge, complete and provable, ready to be rewritten.
import fs from 'node:fs'
import { FILES, KINDS, type Kind } from './challenge-templates.ts'
import { at } from './places.ts'

const [unit, slug, ...rest] = process.argv.slice(2)
const kind = KINDS.find((known) => known === rest[0])
const words = kind === undefined ? rest : rest.slice(1)
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

interface Unit {
  readonly id: string
  readonly title: string
  readonly challenges: string[]
}

if (unit === undefined || slug === undefined || !NAME.test(slug)) refuse(`usage: npm run new:challenge UNIT SLUG [${KINDS.join('|')}] [TITLE]   (the slug: small letters, digits, hyphens)`)
else make(unit, slug, { kind: kind ?? 'code', title: words.join(' ') || slug.replaceAll('-', ' ') })

function make(unitId: string, name: string, { kind: made, title }: { kind: Kind; title: string }): void {
  const unitsFile = at('challenges/units.json')
  const units = JSON.parse(fs.readFileSync(unitsFile, 'utf8')) as Unit[]
  const home = units.find(({ id }) => id === unitId)
  if (home === undefined) return refuse(`There is no unit ${unitId}; challenges/units.json knows: ${units.map(({ id }) => id).join(', ')}.`)
  const folder = at('challenges', unitId, name)
  if (units.some(({ challenges }) => challenges.includes(name)) || fs.existsSync(folder)) return refuse(`${name} exists already.`)
  for (const [file, text] of Object.entries(FILES[made](title))) {
    const target = `${folder}/${file}`
    fs.mkdirSync(target.slice(0, target.lastIndexOf('/')), { recursive: true })
    fs.writeFileSync(target, text)
  }
  // The unit's golf stays its last.
  home.challenges.splice(-1, 0, name)
  fs.writeFileSync(unitsFile, unitsText(units))
  console.log(`Made challenges/${unitId}/${name}. Next: npm run dev, open /challenges/${name}, and rewrite its files (challenges/README.md).`)
}

/** One unit a line, as the file is written by hand. */
function unitsText(units: readonly Unit[]): string {
  const lines = units.map(({ id, title, challenges }) => `  { "id": ${JSON.stringify(id)}, "title": ${JSON.stringify(title)}, "challenges": [${challenges.map((slug_) => JSON.stringify(slug_)).join(', ')}] }`)
  return `[\n${lines.join(',\n')}\n]\n`
}

function refuse(message: string): void {
  console.error(message)
  process.exitCode = 2
}
