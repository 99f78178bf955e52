/** A host that only takes the lock. Argument: the workspace folder. Says `held`, or `busy` and who holds it; then `knock`. */
import { takeHostLock } from '#backend/host-lock.ts'
import { say } from './say.ts'

const [dataDir = ''] = process.argv.slice(2)
const lock = await takeHostLock(dataDir, { kind: 'browser', url: 'http://127.0.0.1:1/?token=t' }, () => say('knock'))
if (lock.held) {
	say('held')
	// Standard input keeps it running; a line ends it properly.
	process.stdin.once('data', () => void lock.release().then(() => process.exit(0)))
} else {
	say(`busy ${lock.host.pid}`)
	process.stdin.pause()
}
