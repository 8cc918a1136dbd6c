// The engine's command line: runs Python programs as `python3` would. Started by scripts/py.mjs (`npm run -s py -- …`).
//
//   py [--python 3.13] [--stats] FILE [ARG…]     -c CODE     - (program on stdin)     nothing (a REPL)
//   py [--python 3.13] --batch DIR               every *.py below DIR, one JSON line each: {file, stdout, stderr, exit}
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createInteractive, createMachine, isPythonVersion } from '../lib/engine/index.ts';
import type { PythonVersion, RunResult } from '../lib/engine/index.ts';

interface CommandLine {
  python: PythonVersion;
  stats: boolean;
  batch: string | null;
  code: string | null;
  file: string | null;
  args: string[];
}

const USAGE = 'usage: py [--python VERSION] [--stats] [FILE | -c CODE | - | --batch DIR] [ARG...]';

/** Files that a program may read: those of its own folder, up to this size each. */
const MAX_FILE_BYTES = 1 << 20;
const MAX_FILES = 200;

main();

function main(): void {
  const command = parseCommandLine(process.argv.slice(2));
  if (command.batch !== null) runBatch(command.batch, command.python);
  else if (command.code !== null) finish(run(command, command.code, '<string>'), command.stats);
  else if (command.file === '-') finish(run(command, fs.readFileSync(0, 'utf8'), '<stdin>'), command.stats);
  else if (command.file !== null) runFile(command, command.file);
  else if (process.stdin.isTTY) repl(command.python);
  else finish(run(command, fs.readFileSync(0, 'utf8'), '<stdin>'), command.stats);
}

function parseCommandLine(argv: string[]): CommandLine {
  const command: CommandLine = { python: '3.13', stats: false, batch: null, code: null, file: null, args: [] };
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] as string;
    if (arg === '--python') {
      const version = argv[++i] ?? '';
      if (!isPythonVersion(version)) refuse(`unknown Python version: ${version}`);
      else command.python = version;
    } else if (arg === '--stats') command.stats = true;
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
  return createMachine({
    source, filename, python: command.python, argv: command.args, files,
    stdin: command.file === '-' || process.stdin.isTTY ? '' : readInput(),
    onOutput: (stream, text) => {
      fs.writeSync(stream === 'stdout' ? 1 : 2, text);
    },
  }).run();
}

function readInput(): string {
  try {
    return fs.readFileSync(0, 'utf8');
  } catch {
    return '';
  }
}

function runFile(command: CommandLine, file: string): void {
  let source: string;
  try {
    source = fs.readFileSync(file, 'utf8');
  } catch {
    process.stderr.write(`python3: can't open file '${path.resolve(file)}': [Errno 2] No such file or directory\n`);
    process.exit(2);
  }
  finish(run(command, source, file, folderFiles(path.dirname(file))), command.stats);
}

/** Modules and data beside the program. */
function folderFiles(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of fs.readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).slice(0, MAX_FILES)) {
    if (!entry.isFile()) continue;
    const file = path.join(folder, entry.name);
    if (fs.statSync(file).size <= MAX_FILE_BYTES) files[entry.name] = fs.readFileSync(file);
  }
  return files;
}

function finish(result: RunResult, stats: boolean): void {
  if (result.message !== null) fs.writeSync(2, `[${result.status}] ${result.message}\n`);
  if (stats) fs.writeSync(2, `${JSON.stringify(result.metrics)}\n`);
  process.exitCode = result.exitCode;
}

/** Every program below `folder`, each in its own machine, named by its bare file name. */
function runBatch(folder: string, python: PythonVersion): void {
  const programs = (fs.readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.py')).sort();
  for (const file of programs) {
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    const result = createMachine({ source, filename: path.basename(file), python, stdin: '' }).run();
    const stderr = result.message === null ? result.stderr : `${result.stderr}[${result.status}] ${result.message}\n`;
    fs.writeSync(1, `${JSON.stringify({ file, stdout: result.stdout, stderr, exit: result.exitCode })}\n`);
  }
}

/** An interactive session: statements are executed as they are complete. */
function repl(python: PythonVersion): void {
  const session = createInteractive({ python, onOutput: (stream, text) => void fs.writeSync(stream === 'stdout' ? 1 : 2, text) });
  process.stdout.write(`${session.banner}\n`);
  const lines = readline.createInterface({ input: process.stdin, output: process.stdout, prompt: '>>> ' });
  let pending = '';
  lines.prompt();
  lines.on('line', (line) => {
    pending += `${line}\n`;
    const more = session.push(pending);
    if (!more) pending = '';
    if (session.exitCode !== null) {
      process.exit(session.exitCode);
    }
    lines.setPrompt(more ? '... ' : '>>> ');
    lines.prompt();
  });
  lines.on('close', () => {
    process.stdout.write('\n');
    process.exit(session.finish());
  });
}
