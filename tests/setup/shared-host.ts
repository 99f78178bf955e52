/** A browser host that many specs share: each finds the workspace as it was at the start. */
import { type BrowserHost, startBrowserHost } from './browser-host.ts'
import { withClient } from './client.ts'

export interface SharedHost {
	/** @returns the host, started the first time, with nothing in its workspace but what every workspace begins with */
	renewed(): Promise<BrowserHost>
	/** @returns its exit code, 0 where it was never started */
	stop(): Promise<number | null>
}

/** Its workspace is where a reader's is, so that screens show all they have. */
export function shareHost(): SharedHost {
	let begun: Promise<{ host: BrowserHost; empty: string }> | undefined
	return {
		async renewed() {
			begun ??= begin()
			const { host, empty } = await begun
			await withClient(host, async ({ classroom, workspace }) => {
				// A presentation that the spec before has left on; mostly there is none.
				await classroom.end().catch(() => null)
				await workspace.backups.restore({ name: empty })
			})
			return host
		},
		async stop() {
			return begun ? (await begun).host.stop() : 0
		},
	}
}

/** @returns the host, and the name of a backup of its empty workspace */
async function begin(): Promise<{ host: BrowserHost; empty: string }> {
	const host = await startBrowserHost({ named: false })
	const empty = await withClient(host, async ({ workspace }) => {
		for await (const step of await workspace.backups.create()) if (step.type === 'done') return step.backup.name
		throw new Error('The empty workspace could not be backed up.')
	})
	return { host, empty }
}
