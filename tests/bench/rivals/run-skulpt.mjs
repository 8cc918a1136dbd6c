// One workload in Skulpt (Python compiled to JavaScript).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { now, report } from './report.mjs';

const require = createRequire(import.meta.url);
const start = now();
const Sk = require('skulpt/dist/skulpt.min.js') ?? globalThis.Sk;
require('skulpt/dist/skulpt-stdlib.js');
const skulpt = globalThis.Sk ?? Sk;
const bootMs = now() - start;
const source = fs.readFileSync(process.argv[2], 'utf8');
await report(bootMs, async () => {
  let out = '';
  skulpt.configure({ output: (text) => (out += text), read: (file) => skulpt.builtinFiles.files[file], __future__: skulpt.python3, execLimit: null });
  await skulpt.misceval.asyncToPromise(() => skulpt.importMainWithBody('<main>', false, source, true));
  return out;
});
