// The REPL's interpreter, in a thread of its own, so that Ctrl-C is heard while a statement runs.
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createInteractive } from '../lib/engine/index.ts';
import { writeOut } from './py-output.ts';
import type { ReplNews, ReplOrder, ReplSetup } from './py-repl-protocol.ts';

/** Runs what the terminal's thread sends. */
export function replWorker(): void {
  const { python, flags } = workerData as ReplSetup;
  const shared = new Int32Array(flags);
  const port = parentPort as MessagePort;
  const tell = (news: ReplNews) => port.postMessage(news);
  let tail = '';

  const session = createInteractive({
    python,
    isInterrupted: () => Atomics.exchange(shared, 0, 0) === 1,
    stdin: () => {
      tell({ kind: 'input', tail });
      tail = '';
      Atomics.wait(shared, 1, 0);
      Atomics.store(shared, 1, 0);
      const order = receiveMessageOnPort(port)?.message as ReplOrder | undefined;
      return order?.kind === 'input' ? order.text : '';
    },
    onOutput(stream, text) {
      writeOut(stream, text);
      tail = (tail + text).slice((tail + text).lastIndexOf('\n') + 1);
    },
  });

  port.on('message', (order: ReplOrder) => {
    if (order.kind === 'input') return;
    const more = order.kind === 'push' && session.push(order.source);
    if (order.kind === 'finish' || session.exitCode !== null) {
      tell({ kind: 'ended', exitCode: session.finish() });
      port.close();
      return;
    }
    tell({ kind: 'ready', more, tail });
    tail = '';
  });
  writeOut('stdout', `${session.banner}\n`);
  tell({ kind: 'ready', more: false, tail: '' });
}
