/** Plants imports in a copy of the house and sees dependency-cruiser refuse the wrong ones, each by its own rule. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { binOf } from '../../../build/lib/bins.ts'
import { inRoot } from '../../../build/lib/paths.ts'

/** A file of a layer, what it imports, and the rule that must refuse it; no rule where it is right. */
const planted: [file: string, code: string, rule?: string][] = [
	['src/contract/a.ts', "import '#domain/thing.ts'", 'contract-layers'],
	['src/contract/b.ts', "import 'vue'", 'contract-packages'],
	['src/contract/c.ts', "import 'node:fs'", 'contract-no-node'],
	['src/contract/right.ts', "import 'zod'\nimport '@orpc/contract'\nimport './thing.ts'"],
	['src/domain/a.ts', "import '#backend/thing.ts'", 'domain-layers'],
	['src/domain/b.ts', "import type { Ref } from 'vue'\nexport type A = Ref", 'domain-packages'],
	['src/domain/c.ts', "import { join } from 'node:path'\njoin('a')", 'domain-no-node'],
	['src/domain/d.ts', "import 'electron'", 'domain-packages'],
	['src/domain/right.ts', "import '#contract/thing.ts'\nimport 'yaml'"],
	['src/backend/a.ts', "import '#renderer/thing.ts'", 'backend-layers'],
	['src/backend/b.ts', "import '@vueuse/core'", 'backend-packages'],
	['src/backend/c.ts', "import 'electron'", 'backend-packages'],
	['src/backend/d.ts', "import '../server/thing.ts'", 'backend-layers'],
	['src/backend/e.ts', "import '../../build/thing.ts'", 'backend-layers'],
	['src/backend/right.ts', "import 'node:sqlite'\nimport '#domain/thing.ts'\nimport '@orpc/server'"],
	['src/main/a.ts', "import '#server/thing.ts'", 'main-layers'],
	['src/main/b.ts', "import '#domain/thing.ts'", 'main-layers'],
	['src/main/c.ts', "import 'vue'", 'main-packages'],
	['src/main/right.ts', "import 'electron'\nimport 'node:path'\nimport '#backend/thing.ts'"],
	['src/preload/a.ts', "import 'node:fs'", 'preload-no-node'],
	['src/preload/b.ts', "import { thing } from '#contract/thing.ts'\nthing()", 'preload-types-only'],
	['src/preload/c.ts', "import '#backend/thing.ts'", 'preload-layers'],
	['src/preload/d.ts', "import 'zod'", 'preload-packages'],
	['src/preload/right.ts', "import 'electron'\nimport type { Thing } from '#contract/thing.ts'\nexport type A = Thing"],
	['src/server/a.ts', "import 'electron'", 'server-packages'],
	['src/server/b.ts', "import '#domain/thing.ts'", 'server-layers'],
	['src/server/right.ts', "import 'ws'\nimport 'node:http'\nimport '#backend/thing.ts'"],
	['src/cli/a.ts', "import '../main/thing.ts'", 'cli-layers'],
	['src/cli/b.ts', "import 'vue'", 'cli-packages'],
	['src/cli/right.ts', "import 'node:fs'\nimport '#backend/thing.ts'"],
	['src/renderer/a.ts', "import '#backend/thing.ts'", 'renderer-layers'],
	['src/renderer/b.ts', "import 'ws'", 'renderer-packages'],
	['src/renderer/c.ts', "import 'node:path'", 'renderer-no-node'],
	['src/renderer/d.vue', '<script setup lang="ts">\nimport \'electron\'\n</script>', 'renderer-packages'],
	['src/renderer/features/read/a.ts', "import '../compare/thing.ts'", 'features-apart'],
	['src/renderer/features/read/b.vue', '<script setup>\nimport "../compare/thing.ts"\n</script>', 'features-apart'],
	['src/renderer/ui/a.ts', "import '../features/compare/thing.ts'", 'features-on-top'],
	['src/renderer/features/read/right.ts', "import './thing.ts'\nimport '../../stores/thing.ts'\nimport 'vue'"],
	[
		'src/renderer/right.ts',
		"import './features/read/thing.ts'\nimport '#domain/thing.ts'\nimport '#contract/thing.ts'",
	],
	['src/domain/cycle/one.ts', "import './two.ts'", 'no-cycles'],
	['src/domain/types/one.ts', "import type { Two } from './two.ts'\nexport type One = Two"],
	['src/domain/lost.ts', "import './nowhere.ts'", 'found'],
]
/** What the planted files import. */
const folders = ['contract', 'domain', 'backend', 'main', 'server', 'renderer', 'renderer/stores']
const things = [...folders, 'renderer/features/read', 'renderer/features/compare'].map(
	(folder) => `src/${folder}/thing.ts`,
)
const packages = ['zod', 'vue', 'electron', 'ws', 'yaml', '@orpc/contract', '@orpc/server', '@vueuse/core']

interface Violation {
	from: string
	rule: { name: string }
}

let house: string
const found = new Map<string, string[]>()

function write(file: string, text: string): void {
	mkdirSync(dirname(join(house, file)), { recursive: true })
	writeFileSync(join(house, file), text)
}

beforeAll(() => {
	house = mkdtempSync(join(tmpdir(), 'parallax-layers-'))
	const { imports } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { imports: object }
	const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']))
	write('package.json', JSON.stringify({ type: 'module', imports, dependencies }))
	for (const name of packages) {
		write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
		write(`node_modules/${name}/index.js`, '')
	}
	for (const thing of [...things, 'build/thing.ts'])
		write(thing, 'export type Thing = 1\nexport const thing = () => 1\n')
	// A cycle is reported once, at the file that comes first.
	write('src/domain/cycle/two.ts', "import './one.ts'")
	write('src/domain/types/two.ts', "import './one.ts'\nexport type Two = 1")
	for (const [file, code] of planted) write(file, code)

	const cruise = binOf('dependency-cruiser')
	const args = [cruise, '--config', inRoot('.dependency-cruiser.mjs'), '--output-type', 'json', 'src']
	const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 64e6 })
	if (!stdout) throw new Error(stderr)
	const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } }
	for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name])
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('layer rules', () => {
	for (const [file, code, rule] of planted) {
		it(`${rule ? `${rule} refuses` : 'nothing refuses'} ${file}: ${code.split('\n')[0]}`, () => {
			expect(found.get(file) ?? []).toEqual(rule ? [rule] : [])
		})
	}
})
