/** Copies what ships of resources/styles into out/styles: the citation styles that no package brings. */
import { cpSync, rmSync } from 'node:fs'
import { inRoot } from './lib/paths.ts'

rmSync(inRoot('out/styles'), { recursive: true, force: true })
cpSync(inRoot('resources/styles'), inRoot('out/styles'), {
	recursive: true,
	filter: (path) => !path.endsWith('.md'),
})
