/**
 * Another process on the same workspace: makes one annotation after another, and says each one aloud once it is kept.
 * Arguments: workspace folder, a name for the comments.
 */
import { Annotations } from '#backend/annotations/annotations.ts'
import { AnnotationStore } from '#backend/annotations/store.ts'
import { openAnnotationWork } from '#backend/annotations/work/open.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { libraryOf } from '../texts.ts'
import { say } from './say.ts'

const [dataDir = '', name = ''] = process.argv.slice(2)
const text = 'Keeping regular hours helps most people.'
const workspace = await Workspace.open(dataDir)
const library = libraryOf({ 'read/sleep': text })
const { gate, sql } = workspace
const store = new AnnotationStore(sql)
const { client: work } = openAnnotationWork({ dataDir, library, gate, report: console.error })
const annotations = new Annotations({ store, library, work, gate })
const selector = { exact: text, prefix: '', suffix: '', start: 0, end: text.length }
say('open')
for (let i = 0; ; i++) {
	await annotations.create({
		motivation: 'commenting',
		colour: 'yellow',
		comment: `/${name}/${i}`,
		tags: [],
		targets: [{ source: 'read/sleep', selector }],
	})
	say(i)
}
