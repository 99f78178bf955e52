/** `npm run package`: builds, then makes the installers of this system in dist/. See build/electron-builder.yml. */
import { ensureBuiltOrExit } from './ensure.ts'
import { binOf } from './lib/bins.ts'
import { runNode } from './lib/run.ts'

await ensureBuiltOrExit({ force: true })
const args = [binOf('electron-builder'), '--config', 'build/electron-builder.yml', '--publish', 'never']
const { code } = await runNode([...args, ...process.argv.slice(2)], { show: true })
process.exitCode = code
