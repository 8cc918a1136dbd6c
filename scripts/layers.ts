// `npm run layers`: prints every import that goes the wrong way.
import { breaches, projectEdges } from './check-layers.ts'

const edges = projectEdges()
const found = breaches(edges)
for (const line of found) console.error(line)
console.log(`${edges.length} imports, ${found.length} that break a layer rule`)
process.exitCode = found.length > 0 ? 1 : 0
