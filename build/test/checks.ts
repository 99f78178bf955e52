/** The checks that read the sources without running them. Each counts as one test. */
import { existsSync, readdirSync } from 'node:fs'
import { binOf } from '../lib/bins.ts'
import { inRoot } from '../lib/paths.ts'

export interface Check {
	name: string
	/** The tool's program, then its arguments. */
	args: string[]
}

const layers = readdirSync(inRoot('src'))
	.map((name) => `src/${name}`)
	.concat('build', 'tests')
	.filter((folder) => existsSync(inRoot(`${folder}/tsconfig.json`)))

/** Vue's own compiler where .vue files may be met; TypeScript's elsewhere, which is quicker. */
const typeCheck = (folder: string): Check => ({
	name: `types: ${folder}`,
	args: [
		folder === 'src/renderer' || folder === 'tests' ? binOf('vue-tsc') : binOf('typescript', 'tsc'),
		'--project',
		folder,
		'--pretty',
		'false',
	],
})

/** Cheapest first. */
export const checks: Check[] = [
	{ name: 'format and lint', args: [binOf('@biomejs/biome'), 'ci', '--colors=off', '--max-diagnostics=50', '.'] },
	{ name: 'layer rules', args: [binOf('dependency-cruiser'), '--config', inRoot('.dependency-cruiser.mjs'), 'src'] },
	...layers.map(typeCheck),
	{ name: 'dead code', args: [binOf('knip'), '--no-progress'] },
]
