// Runs the conformance programs under every profile and prints, by area and version, how many agree with what CPython printed.
// `npm run conformance [-- --python 3.13] [--area sizes] [--stderr] [--list] [--update]`; --update rewrites the list of known differences (of what
// it ran) and refuses to let it grow unless --grow is given too.
import { parseArgs } from 'node:util';
import { readKnownDifferences, runConformance, writeKnownDifferences } from '../tests/conformance/harness.ts';
import { PYTHON_VERSIONS, isPythonVersion } from '#lib/engine/index.ts';

const { values } = parseArgs({
  options: {
    python: { type: 'string', multiple: true },
    area: { type: 'string', multiple: true },
    list: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    grow: { type: 'boolean', default: false },
  },
});

const versions = (values.python ?? [...PYTHON_VERSIONS]).filter(isPythonVersion);
const outcomes = await runConformance({ versions, ...(values.area ? { areas: values.area } : {}) });

const areas = [...new Set(outcomes.map((o) => o.area))];
const share = (some: typeof outcomes, agrees: (o: (typeof outcomes)[number]) => boolean) => {
  const good = some.filter(agrees).length;
  return `${good}/${some.length} ${some.length === 0 ? '' : ((100 * good) / some.length).toFixed(1)}%`.padEnd(16);
};
for (const channel of ['stdout and exit status', 'stderr'] as const) {
  const agrees = (o: (typeof outcomes)[number]) => (channel === 'stderr' ? o.stderrAgrees : o.stdoutAgrees);
  console.log(`\n${channel}`.padEnd(26) + versions.map((v) => v.padEnd(16)).join(''));
  for (const area of [...areas, 'all']) {
    const row = versions.map((v) => share(outcomes.filter((o) => o.python === v && (area === 'all' || o.area === area)), agrees));
    console.log(area.padEnd(25) + row.join(''));
  }
}
if (values.list) for (const o of outcomes) if (!o.stdoutAgrees || !o.stderrAgrees) console.log(`${o.python} ${o.area}/${o.name}${o.stdoutAgrees ? ' (stderr)' : ''}: ${o.firstDifference}`);

if (values.update) {
  const known = readKnownDifferences();
  const now = outcomes.filter((o) => !o.stdoutAgrees || !o.stderrAgrees).map((o) => ({ id: `${o.python} ${o.area}/${o.name}`, channel: o.stdoutAgrees ? ('stderr' as const) : ('stdout' as const), seen: o.firstDifference }));
  const grown = now.filter((d) => !known.some((k) => k.id === d.id && (k.channel === d.channel || k.channel === 'stdout')));
  if (grown.length > 0 && !values.grow) {
    console.error(`These agreed before and differ now; the list only shrinks:\n${grown.map((d) => `  ${d.id}`).join('\n')}`);
    process.exitCode = 1;
  } else {
    const listed = now.map(({ seen, ...d }) => ({ ...d, reason: known.find((k) => k.id === d.id)?.reason || seen.slice(0, 160) }));
    const ran = new Set(outcomes.map((o) => `${o.python} ${o.area}/${o.name}`));
    const kept = known.filter((k) => !ran.has(k.id));
    writeKnownDifferences(PYTHON_VERSIONS.flatMap((v) => [...kept, ...listed].filter((d) => d.id.startsWith(`${v} `))));
  }
}
