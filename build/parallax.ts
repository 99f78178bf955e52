/** `npm run --silent parallax -- …`: the command line of the checkout. Standard output belongs to it alone. */
import { pathToFileURL } from 'node:url'
import { ensureBuiltOrExit } from './ensure.ts'
import { inRoot } from './lib/paths.ts'

await ensureBuiltOrExit()
const cli = inRoot('out/main/cli.js')
process.argv[1] = cli
await import(pathToFileURL(cli).href)
