/** Copies what ships as it is: the citation styles that no package brings, and the templates of exports. */
import { cpSync, rmSync } from 'node:fs'
import { inRoot } from './lib/paths.ts'

for (const name of ['styles', 'templates']) {
	rmSync(inRoot(`out/${name}`), { recursive: true, force: true })
	cpSync(inRoot(`resources/${name}`), inRoot(`out/${name}`), {
		recursive: true,
		filter: (path) => !path.endsWith('.md'),
	})
}
