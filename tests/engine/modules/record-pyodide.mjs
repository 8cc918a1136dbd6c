// Records what CPython 3.14 or 3.15 prints for programs that show no size and no address, by Pyodide (its words are 32 bits wide):
// node record-pyodide.mjs FOLDER VERSION FILE… where FOLDER/node_modules has a pyodide of that version (314.* or 315.*). Writes NAME.VERSION.out.
import fs from 'node:fs';
import path from 'node:path';

const [folder, version, ...files] = process.argv.slice(2);
const { loadPyodide } = await import(path.resolve(folder, 'node_modules/pyodide/pyodide.mjs'));
const programs = path.join(import.meta.dirname, 'programs');
const RUN = `
import sys, types
main = types.ModuleType('__main__')
main.__file__ = NAME
sys.modules['__main__'] = main
exec(compile(open(NAME).read(), NAME, 'exec'), main.__dict__)
sys.stdout.flush()
`;

for (const file of files) {
  let printed = '';
  const python = await loadPyodide({ env: { PYTHONHASHSEED: '0', HOME: '/home/pyodide' }, stdout: (line) => (printed += `${line}\n`), stderr: () => {} });
  python.FS.writeFile(file, fs.readFileSync(path.join(programs, file)));
  try {
    python.runPython(`NAME = ${JSON.stringify(file)}\n${RUN}`);
  } catch (error) {
    console.error(`${file} under ${version}: ${error.message.trim().split('\n').at(-1)}`);
  }
  fs.writeFileSync(path.join(programs, `${file.slice(0, -3)}.${version}.out`), printed);
}
process.exit(0);
