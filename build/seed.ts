/** `npm run seed`: rebuilds a demo workspace in out/demo. Try it with `npm start -- --data out/demo`. */
import { rm } from 'node:fs/promises'
import { openBackend } from '#backend/index.ts'
import { noCapabilities } from '#contract/host.ts'
import type { Client } from '#contract/index.ts'
import { ensureBuiltOrExit } from './ensure.ts'
import { inRoot } from './lib/paths.ts'

/** Fills a workspace as a reader would who has been at it for an hour: settings, what was open, and where in it. */
async function fill({ library, workspace }: Client): Promise<void> {
	await workspace.settings.change({ textSize: 110, columnWidth: 64, spoilers: 'show' })
	for (const kind of ['article', 'trope'] as const) {
		for (const { id, title } of await library.list({ kind })) {
			const { document } = await library.document({ id })
			await workspace.history.visit({ address: `/read/${id}`, title, kind: 'document' })
			const block = document.blocks[Math.floor(document.blocks.length / 3)]
			if (block) await workspace.positions.save({ pane: `read/${id}`, block: block.id, fraction: 0.2 })
		}
	}
	for (const { id, title } of await library.list({ kind: 'comparison' })) {
		const { documents } = await library.comparison({ id })
		for (const { id: document, blocks } of documents) {
			const block = blocks[Math.floor(blocks.length / 2)]
			if (block) await workspace.positions.save({ pane: `compare/${id}/${document}`, block: block.id, fraction: 0 })
		}
		await workspace.history.visit({ address: `/compare/${id}?view=texts`, title, kind: 'comparison' })
	}
	for await (const _progress of await workspace.backups.create()) {
		// The backup is made when its progress ends.
	}
}

const dataDir = inRoot('out/demo')
await ensureBuiltOrExit()
await rm(dataDir, { recursive: true, force: true })
const backend = await openBackend({
	dataDir,
	packsDir: inRoot('out/packs'),
	host: {
		name: 'command-line',
		version: '0.0.0',
		capabilities: noCapabilities,
	},
})
try {
	await fill(backend.client)
} finally {
	await backend.close()
}
console.log('The demo workspace is in out/demo. Open it with: npm start -- --data out/demo')
