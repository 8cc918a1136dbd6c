// One workload in Brython (Python compiled to JavaScript), with the few browser objects that it asks for at load time.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { report } from './report.mjs';

const require = createRequire(import.meta.url);
const start = performance.now();
const element = { style: {}, setAttribute() {}, appendChild() {}, getElementsByTagName: () => [], addEventListener() {} };
const document = { ...element, createElement: () => ({ ...element }), getElementById: () => null, querySelectorAll: () => [], currentScript: { src: 'file:///brython.js' }, head: element, body: element, documentElement: element };
const location = { href: 'file:///', origin: 'file://', pathname: '/', protocol: 'file:', search: '' };
Object.assign(globalThis, { window: globalThis, self: globalThis, document, location });
globalThis.addEventListener ??= () => {};
globalThis.MutationObserver ??= class { observe() {} };
vm.runInThisContext(fs.readFileSync(require.resolve('brython/brython.js'), 'utf8'), 'brython.js');
const brython = globalThis.__BRYTHON__;
const bootMs = performance.now() - start;
const source = fs.readFileSync(process.argv[2], 'utf8');
let n = 0;
await report(bootMs, async () => {
  let out = '';
  const log = console.log;
  console.log = (...args) => (out += args.join(' ') + '\n');
  globalThis.__capture = (text) => (out += text);
  try {
    const js = brython.pythonToJS(`import sys\n${source}`, `m${n++}`);
    vm.runInThisContext(js);
  } finally {
    console.log = log;
  }
  return out;
});
