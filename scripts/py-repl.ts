// The REPL's terminal: prompts, edits and remembers lines, hears Ctrl-C and Ctrl-D. The interpreter runs in another thread.
import readline from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { PythonVersion } from '../lib/engine/index.ts';
import { writeOut } from './py-output.ts';
import { REPL_THREAD, type ReplNews, type ReplOrder, type ReplSetup } from './py-repl-protocol.ts';

/** Talks with the person at the terminal until they leave. */
export function repl(python: PythonVersion): void {
  const flags = new SharedArrayBuffer(8);
  const shared = new Int32Array(flags);
  // The same launcher starts the thread; it must not move to another folder there, which threads can't.
  const worker = new Worker(process.argv[1] ?? '', { argv: [REPL_THREAD], workerData: { python, flags } satisfies ReplSetup, env: { ...process.env, npm_lifecycle_event: '' } });
  const tell = (order: ReplOrder) => worker.postMessage(order);

  /** Lines of the statement that is being entered; lines typed before anybody asked for them. */
  let entered = '';
  const ahead: string[] = [];
  let waitsFor: 'statement' | 'input' | null = null;
  let prompt = '';
  /** Nothing more will be typed. */
  let over = false;
  let lines = open();

  worker.on('message', (news: ReplNews) => {
    if (news.kind === 'ended') {
      lines.removeAllListeners('close');
      lines.close();
      process.exitCode = news.exitCode;
      void worker.terminate();
      return;
    }
    if (news.kind === 'ready' && !news.more) entered = '';
    waitsFor = news.kind === 'input' ? 'input' : 'statement';
    prompt = news.tail + (news.kind === 'input' ? '' : news.more ? '... ' : '>>> ');
    const next = ahead.shift();
    if (next === undefined && over) {
      writeOut('stdout', prompt.slice(news.tail.length));
      leave();
    }
    else if (next === undefined) ask();
    else {
      writeOut('stdout', `${prompt.slice(news.tail.length)}${next}\n`);
      take(next);
    }
  });
  worker.on('error', (error) => {
    console.error(error);
    process.exit(70);
  });

  function open(): readline.Interface {
    const made = readline.createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdout.isTTY, historySize: 1000, tabSize: 4 });
    made.on('line', (line) => (waitsFor === null ? void ahead.push(line) : take(line)));
    made.on('SIGINT', interrupt);
    made.on('close', leave);
    return made;
  }

  function ask(): void {
    lines.setPrompt(prompt);
    lines.prompt();
  }

  function take(line: string): void {
    const wanted = waitsFor;
    waitsFor = null;
    if (wanted === 'input') answerInput(`${line}\n`);
    else {
      entered += `${line}\n`;
      tell({ kind: 'push', source: entered });
    }
  }

  function answerInput(text: string): void {
    tell({ kind: 'input', text });
    Atomics.store(shared, 1, 1);
    Atomics.notify(shared, 1);
  }

  /** Ctrl-C: while a statement runs it ends that one, at a prompt it drops what was typed. */
  function interrupt(): void {
    ahead.length = 0;
    if (waitsFor === 'statement') {
      entered = '';
      prompt = '>>> ';
      writeOut('stdout', '\nKeyboardInterrupt\n');
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
      ask();
      return;
    }
    Atomics.store(shared, 0, 1);
    writeOut('stdout', '^C');
    if (waitsFor === 'input') {
      waitsFor = null;
      answerInput('');
    }
  }

  /** Ctrl-D: the end of what input() reads, or of the session. What was typed before it is run first. */
  function leave(): void {
    if (waitsFor === null) {
      over = true;
      return;
    }
    const wanted = waitsFor;
    waitsFor = null;
    writeOut('stdout', '\n');
    if (wanted === 'statement') tell({ kind: 'finish' });
    else {
      if (process.stdin.isTTY) lines = open();
      answerInput('');
    }
  }
}
