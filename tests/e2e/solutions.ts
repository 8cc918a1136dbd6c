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

/** A program of the challenge's `solutions` folder: `accepted`, `par`, `wrong-…`. */
export function solutionOf(slug: string, name: string): string {
  return fs.readFileSync(path.join(folderOf(slug), 'solutions', `${name}.py`), 'utf8')
}
