// One workload in Brython (Python compiled to JavaScript), with the few browser objects that it asks for at load time.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { now, report } from './report.mjs';

const require = createRequire(import.meta.url);
const start = now();
globalThis.self = globalThis;
globalThis.location = { href: 'http://localhost/', origin: 'http://localhost', pathname: '/', protocol: 'http:', search: '' };
globalThis.addEventListener ??= () => {};
const { __BRYTHON__: brython } = require('brython/brython.js');
// Code that it compiles looks its run-time up as a global.
globalThis.$B = brython;
globalThis.document.dispatchEvent = () => {};
const bootMs = now() - start;
const source = fs.readFileSync(process.argv[2], 'utf8');
let runs = 0;
await report(bootMs, async () => {
  let out = '';
  const log = console.log;
  console.log = (...args) => (out += args.join(' ') + '\n');
  try {
    brython.runPythonSource(source, `program${runs++}`);
  } finally {
    console.log = log;
  }
  return out;
});
