/** `npm run build`: builds everything into out/, whether or not anything has changed. */
import { ensureBuiltOrExit } from './ensure.ts'

await ensureBuiltOrExit({ force: true })
