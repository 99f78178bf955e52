/** One host per workspace: a second start hands over to the one that runs. */
import type { HostInfo } from '#backend/host-lock.ts'
import type { Ask } from './ask.ts'
import { isLocalServer } from './origins.ts'

export interface HandOver {
	host: HostInfo
	/** Asks the running host to come to the front. */
	knock(): Promise<void>
	openAddress(url: string): Promise<void>
	ask: Ask
	say(sentence: string): void
}

/** Brings the running host to the front, whichever kind it is, and says so. */
export async function handOver({ host, knock, openAddress, ask, say }: HandOver): Promise<void> {
	if (host.kind === 'desktop') {
		await knock()
		return say('Parallax is already open with this workspace: its window comes to the front.')
	}
	if (host.url !== undefined && isLocalServer(host.url)) {
		await openAddress(host.url)
		say(`Parallax already runs in the browser with this workspace: ${host.url}`)
		await ask({
			kind: 'info',
			message: 'Parallax already runs in your browser with this workspace.',
			detail:
				'Its page has been opened there. To use this window instead, stop that one first and start Parallax again.',
			buttons: ['Close'],
		})
		return
	}
	say(`Parallax already runs with this workspace (process ${host.pid}).`)
	await ask({
		kind: 'info',
		message: 'Parallax already runs with this workspace.',
		detail: `It does not say where it can be reached. Stop the process ${host.pid} and start Parallax again.`,
		buttons: ['Close'],
	})
}
