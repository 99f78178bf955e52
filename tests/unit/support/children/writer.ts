/**
 * Another process on the same workspace: visits addresses one after another, and says each one aloud once it is kept.
 * Arguments: workspace folder, a name for the addresses, how many (0: until killed).
 */
import { Workspace } from '#backend/workspace/workspace.ts'
import { say } from './say.ts'

const [dataDir = '', name = '', count = '0'] = process.argv.slice(2)
const workspace = await Workspace.open(dataDir)
say('open')
for (let i = 0; count === '0' || i < Number(count); i++) {
	workspace.store.visit({ address: `/${name}/${i}`, title: `Visit ${i}`, kind: 'document' })
	say(i)
}
await workspace.close()
