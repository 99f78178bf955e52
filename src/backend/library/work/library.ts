import { implement } from '@orpc/server'
import { libraryContract } from '#contract/library.ts'
import { findingsOf, itemsOf } from '../items.ts'
import type { Loaded } from '../service.ts'

export function libraryWork({ loading }: Loaded) {
	const os = implement(libraryContract)
	return os.router({
		list: os.list.handler(async ({ input }) => itemsOf(await loading, input.kind)),
		show: os.show.handler(async ({ input }) => (await loading).entry(input.id)),
		document: os.document.handler(async ({ input }) => (await loading).documentView(input.id)),
		comparison: os.comparison.handler(async ({ input }) => (await loading).comparisonView(input.id)),
		text: os.text.handler(async ({ input }) => (await loading).text(input.source)),
		hashes: os.hashes.handler(async ({ input }) => (await loading).hashes(input.sources)),
		packs: os.packs.handler(async () => (await loading).packs),
		topics: os.topics.handler(async () => (await loading).topics()),
		findings: os.findings.handler(async () => findingsOf(await loading)),
		check: os.check.handler(async function* ({ input, signal }) {
			// What reads packs is as large as all the rest, and is seldom asked for.
			const { checkPacks } = await import('../../packs/check.ts')
			yield* checkPacks(input.directories ?? [], signal)
		}),
	})
}
