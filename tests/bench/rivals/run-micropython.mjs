// One workload in MicroPython (WebAssembly).
import fs from 'node:fs';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { now, report } from './report.mjs';

const start = now();
let out = '';
const mp = await loadMicroPython({ heapsize: 256 * 1024 * 1024, linebuffer: true, stdout: (text) => (out += text + '\n') });
const bootMs = now() - start;
const source = fs.readFileSync(process.argv[2], 'utf8');
await report(bootMs, async () => {
  out = '';
  mp.runPython(source);
  return out;
});
