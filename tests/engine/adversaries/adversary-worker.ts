// Runs what it is sent and answers how it ended; bundled and started by adversaries.test.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { createMachine, type MachineOptions } from '../../../lib/engine/index.ts'

const limits = workerData as NonNullable<MachineOptions['limits']>

parentPort?.on('message', (source: string) => {
  const { status, message } = createMachine({ source, python: '3.13', limits }).run()
  parentPort?.postMessage({ status, message })
})
