/**
 * One host per workspace. The running host writes `host.json` and listens on a local socket (a named pipe on Windows); whoever
 * comes second finds it there and knocks, and the running one comes to the front.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.ts'
import { alone } from './host/alone.ts'
import { callHost, listenAsHost, socketAddresses } from './host/socket.ts'

export interface HostInfo {
	kind: 'desktop' | 'browser'
	pid: number
	/** Where a browser host can be opened, token included. */
	url?: string
}
export type HostLock =
	| { held: true; update(url: string): void; release(): Promise<void> }
	| { held: false; host: HostInfo; knock(): Promise<void> }

/** Takes the workspace's lock, or says which host has it. A lock whose host has died is taken over. */
export async function takeHostLock(
	dataDir: string,
	me: { kind: HostInfo['kind']; url?: string },
	onKnock: () => void,
): Promise<HostLock> {
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 })
	} catch (cause) {
		throw new Failure('UNAVAILABLE', `The folder ${dataDir} cannot be made.`, 'Choose another data folder.', { cause })
	}
	const file = join(dataDir, 'host.json')
	const info: HostInfo = { ...me, pid: process.pid }
	const write = (info: HostInfo) => {
		// The address carries the run's token: for the owner's eyes alone.
		writeFileSync(`${file}.new`, JSON.stringify(info), { mode: 0o600 })
		renameSync(`${file}.new`, file)
	}
	const taken = await alone(join(dataDir, 'host.lock'), async () => {
		const taken = await listenAsHost(socketAddresses(dataDir), onKnock)
		if ('close' in taken) write(info)
		return taken
	})
	if (!('close' in taken))
		return { held: false, host: readInfo(file), knock: async () => void (await callHost(taken.address, 'knock')) }
	return {
		held: true,
		update: (url) => write({ ...info, url }),
		async release() {
			rmSync(file, { force: true })
			await taken.close()
		},
	}
}

/** What the running host says of itself. */
function readInfo(file: string): HostInfo {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as HostInfo
	} catch {
		return { kind: 'desktop', pid: 0 }
	}
}
