// `node scripts/run.mjs NAME …`: the door of every npm script. Installs what is missing, then runs scripts/NAME.ts.
import { install } from './install.mjs'

install()
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
process.env.CHECKPOINT_DISABLE ??= '1'
const [name] = process.argv.splice(2, 1)
const { register } = await import('tsx/esm/api')
register()
const { SetupError } = await import('./trouble.ts')
try {
  await import(`./${name}.ts`)
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exit(1)
}
