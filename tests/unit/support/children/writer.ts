/**
 * Another process on the same workspace: visits addresses one after another, and says each one aloud once it is kept.
 * Arguments: workspace folder, a name for the addresses, how many (0: until killed).
 */
import { writeSync } from 'node:fs'
import { Workspace } from '#backend/workspace/workspace.ts'

const [dataDir = '', name = '', count = '0'] = process.argv.slice(2)
const workspace = await Workspace.open(dataDir)
writeSync(1, 'open\n')
for (let i = 0; count === '0' || i < Number(count); i++) {
	workspace.store.visit({ address: `/${name}/${i}`, title: `Visit ${i}`, kind: 'document' })
	writeSync(1, `${i}\n`)
}
await workspace.close()
