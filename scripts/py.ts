// The engine's command line: runs Python programs as `python3` would. Started by scripts/py.cjs (`npm run -s py -- …`).
//
//   py [--python 3.13] [--stats] FILE [ARG…]     -c CODE     - (program on stdin)     nothing (a REPL)
//   py [--python 3.13] --batch DIR               every *.py below DIR, one JSON line each: {file, stdout, stderr, exit}
import fs from 'node:fs';
import path from 'node:path';
import { onDemand } from '../lib/std/on-demand.ts';
import { createMachine, isPythonVersion } from '../lib/engine/index.ts';
import type { PythonVersion, RunResult } from '../lib/engine/index.ts';
import { writeOut } from './py-output.ts';
import { REPL_THREAD } from './py-repl-protocol.ts';

interface CommandLine {
  python: PythonVersion;
  stats: boolean;
  /** -i: the prompt, even where the input is no terminal. */
  interactive: boolean;
  batch: string | null;
  code: string | null;
  file: string | null;
  args: string[];
}

const USAGE = 'usage: py [--python VERSION] [--stats] [FILE | -c CODE | - | -i | --batch DIR] [ARG...]';

/** Files that a program may read: those of its own folder, up to this size each. */
const MAX_FILE_BYTES = 1 << 20;
const MAX_FILES = 200;

const REASONS: Readonly<Record<string, string>> = { ENOENT: '[Errno 2] No such file or directory', EACCES: '[Errno 13] Permission denied', EISDIR: '[Errno 21] Is a directory', ENOTDIR: '[Errno 20] Not a directory' };

// The prompt's modules are loaded only for it: starting threads and reading lines take Node longer than a short program takes.
if (process.argv[2] === REPL_THREAD) void import('./py-repl-worker.ts').then(({ replWorker }) => replWorker());
else main();

function main(): void {
  const command = parseCommandLine(process.argv.slice(2));
  if (command.batch !== null) runBatch(command.batch, command.python);
  else if (command.code !== null) finish(run(command, command.code, '<string>'), command.stats);
  else if (command.file !== null && command.file !== '-') runFile(command, command.file);
  else if (command.file === null && (command.interactive || process.stdin.isTTY)) void import('./py-repl.ts').then(({ repl }) => repl(command.python));
  else finish(run(command, readAll(), '<stdin>'), command.stats);
}

function parseCommandLine(argv: string[]): CommandLine {
  const command: CommandLine = { python: '3.13', stats: false, interactive: false, batch: null, code: null, file: null, args: [] };
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] as string;
    if (arg === '--python') {
      const version = argv[++i] ?? '';
      if (!isPythonVersion(version)) refuse(`unknown Python version: ${version}`);
      else command.python = version;
    } else if (arg === '--stats') command.stats = true;
    else if (arg === '-i') command.interactive = true;
    else if (arg === '--batch') command.batch = argv[++i] ?? refuse('--batch needs a folder');
    else if (arg === '-c') {
      command.code = argv[++i] ?? refuse('-c needs code');
      command.args = argv.slice(i + 1);
      break;
    } else if (arg === '-h' || arg === '--help') {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    } else if (arg.startsWith('--')) refuse(`unknown option: ${arg}`);
    else {
      command.file = arg;
      command.args = argv.slice(i + 1);
      break;
    }
  }
  return command;
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

/** Runs a program with its output going straight to the console. */
function run(command: CommandLine, source: string, filename: string, files: Record<string, Uint8Array> = {}): RunResult {
  let asked = false;
  return createMachine({
    source, filename, python: command.python, argv: command.args, files,
    stdout: stdoutIsTerminal() ? 'terminal' : 'pipe',
    // Only a program that reads waits for input. At a terminal each line is one piece.
    stdin: () => {
      if (process.stdin.isTTY) return readPiece();
      if (asked) return '';
      asked = true;
      return readAll();
    },
    onOutput: writeOut,
  }).run();
}

/** Asking process.stdout makes Node load its streams, which takes it milliseconds; most of the time the kind of file says no already. */
function stdoutIsTerminal(): boolean {
  return fs.fstatSync(1).isCharacterDevice() && process.stdout.isTTY;
}

function readAll(): string {
  try {
    return fs.readFileSync(0, 'utf8');
  } catch {
    return '';
  }
}

/** What a terminal gives at once: one line. */
function readPiece(): string {
  const bytes = Buffer.alloc(4096);
  try {
    return bytes.toString('utf8', 0, fs.readSync(0, bytes));
  } catch {
    return '';
  }
}

function runFile(command: CommandLine, file: string): void {
  let source: string;
  try {
    source = fs.readFileSync(file, 'utf8');
  } catch (error) {
    writeOut('stderr', `python3: can't open file '${path.resolve(file)}': ${reasonOf(error)}\n`);
    process.exit(2);
  }
  finish(run(command, source, file, folderFiles(path.dirname(file))), command.stats);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}

/** Modules and data beside the program, read when the program looks for files. */
function folderFiles(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of fs.readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).slice(0, MAX_FILES)) {
    if (!entry.isFile()) continue;
    const file = path.join(folder, entry.name);
    if (fs.statSync(file).size > MAX_FILE_BYTES) continue;
    Object.defineProperty(files, entry.name, { enumerable: true, get: onDemand(() => fs.readFileSync(file)) });
  }
  return files;
}

/** Ends the process at once: everything is written, and Node's own way to the end takes it another two milliseconds. */
function finish(result: RunResult, stats: boolean): never {
  if (result.message !== null) writeOut('stderr', `[${result.status}] ${result.message}\n`);
  if (stats) writeOut('stderr', `${JSON.stringify(result.metrics)}\n`);
  process.exit(result.exitCode);
}

/** Every program below `folder`, each in its own machine, named by its bare file name. */
function runBatch(folder: string, python: PythonVersion): void {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) refuse(`there is no folder ${folder}`);
  const programs = (fs.readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.py')).sort();
  for (const file of programs) {
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    const result = createMachine({ source, filename: path.basename(file), python, stdin: '', stdout: 'pipe' }).run();
    const stderr = result.message === null ? result.stderr : `${result.stderr}[${result.status}] ${result.message}\n`;
    writeOut('stdout', `${JSON.stringify({ file, stdout: result.stdout, stderr, exit: result.exitCode })}\n`);
  }
}
