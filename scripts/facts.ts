// Compares every profile with its measured facts and prints a table: `npm run facts [-- --python 3.13] [--list] [--update [--grow]]`.
import { parseArgs } from 'node:util';
import { PYTHON_VERSIONS, isPythonVersion } from '#lib/engine/index.ts';
import { checkGrowth, checkPrograms, checkSizes, readKnownFacts, writeKnownFacts } from '../tests/conformance/facts.ts';

const { values } = parseArgs({
  options: { python: { type: 'string', multiple: true }, list: { type: 'boolean', default: false }, update: { type: 'boolean', default: false }, grow: { type: 'boolean', default: false } },
});
const versions = (values.python ?? [...PYTHON_VERSIONS]).filter(isPythonVersion);
const all: string[] = [];
for (const python of versions) {
  const [sizes, growth, programs] = [checkSizes(python), checkGrowth(python), checkPrograms(python)];
  const share = ({ total, differences }: typeof sizes) => `${total - differences.length}/${total}`;
  console.log(`${python}  sizes ${share(sizes)}  growth ${share(growth)}  programs ${share(programs)}`);
  const differences = [...sizes.differences, ...growth.differences, ...programs.differences];
  all.push(...differences.map((d) => d.id));
  if (values.list) for (const d of differences) console.log(`  ${d.id}\n    got  ${d.got.slice(0, 200)}\n    want ${d.want.slice(0, 200)}`);
}
if (values.update) {
  const known = readKnownFacts();
  const grown = all.filter((id) => !known.has(id));
  if (grown.length > 0 && !values.grow) {
    console.error(`These held before and do not now; the list only shrinks:\n${grown.map((id) => `  ${id}`).join('\n')}`);
    process.exitCode = 1;
  } else writeKnownFacts(PYTHON_VERSIONS.flatMap((v) => [...(versions.includes(v) ? all : known)].filter((id) => id.startsWith(`${v} `))));
}
