// One workload in Pyodide (real CPython compiled to WebAssembly).
import fs from 'node:fs';
import { loadPyodide } from 'pyodide';
import { now, report } from './report.mjs';

const start = now();
let out = '';
const pyodide = await loadPyodide({ stdout: (text) => (out += text + '\n') });
const bootMs = now() - start;
const source = fs.readFileSync(process.argv[2], 'utf8');
await report(bootMs, async () => {
  out = '';
  pyodide.runPython(source, { globals: pyodide.toPy({}) });
  return out;
});
