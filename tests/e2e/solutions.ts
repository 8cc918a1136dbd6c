// The programs that come with the challenges, as a learner would type them.
import fs from 'node:fs'
import path from 'node:path'

const challenges = path.join(import.meta.dirname, '../../challenges')

/** The folder of a challenge, whichever unit it belongs to. */
function folderOf(slug: string): string {
  const unit = fs.readdirSync(challenges).find((name) => fs.existsSync(path.join(challenges, name, slug, 'starter.py')))
  if (unit === undefined) throw new Error(`there is no challenge ${slug}`)
  return path.join(challenges, unit, slug)
}

/** What the editor holds at first. */
export function starterOf(slug: string): string {
  return fs.readFileSync(path.join(folderOf(slug), 'starter.py'), 'utf8')
}

/** The programs that the challenge's author knows to fail, with what their heads promise. */
export function wrongSolutions(slug: string): { readonly name: string; readonly source: string; readonly verdict: string; readonly says: string }[] {
  const folder = path.join(folderOf(slug), 'solutions')
  return fs
    .readdirSync(folder)
    .filter((file) => file.startsWith('wrong-'))
    .map((file) => {
      const source = fs.readFileSync(path.join(folder, file), 'utf8')
      const head = (field: string) => new RegExp(`^# ${field}: (.+)$`, 'm').exec(source)?.[1] ?? ''
      return { name: file.replace('.py', ''), source, verdict: head('verdict'), says: head('says').replaceAll('`', '') }
    })
}

/** A program of the challenge's `solutions` folder: `accepted`, `par`, `wrong-…`. */
export function solutionOf(slug: string, name: string): string {
  return fs.readFileSync(path.join(folderOf(slug), 'solutions', `${name}.py`), 'utf8')
}
