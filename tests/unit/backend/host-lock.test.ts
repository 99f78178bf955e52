/** One host a workspace: the second finds the first, one that died is taken over, and two never hold it at once. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { socketAddresses } from '#backend/host/socket.ts'
import { type HostLock, takeHostLock } from '#backend/host-lock.ts'
import { startChild } from '../support/child.ts'
import { failureOf } from '../support/failure.ts'
import { freshFolder } from '../support/folder.ts'

const held: HostLock[] = []
const take = async (dataDir: string, onKnock = () => {}, url?: string) => {
	const lock = await takeHostLock(dataDir, { kind: 'desktop', ...(url ? { url } : {}) }, onKnock)
	held.push(lock)
	return lock
}
afterEach(async () => {
	for (const lock of held.splice(0)) if (lock.held) await lock.release()
})
const infoIn = (dataDir: string) => JSON.parse(readFileSync(join(dataDir, 'host.json'), 'utf8')) as unknown
const unix = process.platform !== 'win32'

describe('the lock', () => {
	it('is held by the first, who is told to the second and hears it knock', async () => {
		const dataDir = freshFolder()
		let knocks = 0
		const first = await take(dataDir, () => knocks++, 'http://127.0.0.1:9/?token=secret')
		const second = await take(dataDir)
		expect(first.held).toBe(true)
		if (second.held) throw new Error('both hold it')
		expect(second.host).toEqual({ kind: 'desktop', pid: process.pid, url: 'http://127.0.0.1:9/?token=secret' })
		await second.knock()
		await second.knock()
		expect(knocks).toBe(2)
		if (first.held) first.update('http://127.0.0.1:10/')
		expect(infoIn(dataDir)).toMatchObject({ url: 'http://127.0.0.1:10/', pid: process.pid })
	})

	it('is free again when it is released, and again', async () => {
		const dataDir = freshFolder()
		for (let i = 0; i < 3; i++) {
			const lock = await take(dataDir)
			if (!lock.held) throw new Error('not free')
			await lock.release()
			expect(existsSync(join(dataDir, 'host.json'))).toBe(false)
		}
	})

	it('keeps the address of a run from other eyes', async () => {
		const dataDir = freshFolder()
		await take(dataDir, () => {}, 'http://127.0.0.1:9/?token=secret')
		if (unix) expect(statSync(join(dataDir, 'host.json')).mode & 0o077).toBe(0)
	})

	it('of one workspace is none of another', async () => {
		expect((await take(freshFolder())).held && (await take(freshFolder())).held).toBe(true)
	})

	it.each([40, 90, 200])('works with a path of %i characters and more', async (length) => {
		const dataDir = join(freshFolder(), 'x'.repeat(length))
		const first = await take(dataDir)
		const second = await take(dataDir)
		expect([first.held, second.held]).toEqual([true, false])
		const [address = ''] = socketAddresses(dataDir)
		if (unix) expect(Buffer.byteLength(address)).toBeLessThan(104)
	})

	it.runIf(unix)(
		'is taken elsewhere where a socket cannot stand beside the data (where sockets are files)',
		async () => {
			const dataDir = freshFolder()
			mkdirSync(join(dataDir, 'host.sock', 'in-the-way'), { recursive: true })
			const [, elsewhere = ''] = socketAddresses(dataDir)
			expect([(await take(dataDir)).held, existsSync(elsewhere)]).toEqual([true, true])
			expect((await take(dataDir)).held).toBe(false)
		},
	)

	it('is released although somebody keeps a call open', async () => {
		const dataDir = freshFolder()
		const lock = await take(dataDir)
		const caller = createConnection(socketAddresses(dataDir)[0] ?? '')
		await new Promise((done) => caller.on('connect', done))
		caller.on('error', () => {})
		if (lock.held) await lock.release()
		caller.destroy()
	})

	it('cannot be taken where there can be no folder', async () => {
		const file = join(freshFolder(), 'file')
		writeFileSync(file, '')
		expect(await failureOf(take(file))).toMatchObject({ code: 'UNAVAILABLE' })
	})
})

describe('between processes', () => {
	it('a host that was killed is taken over; one that runs is not', async () => {
		const dataDir = freshFolder()
		const child = startChild('host.ts', dataDir)
		await child.line((line) => line === 'held')
		const second = await take(dataDir)
		if (second.held) throw new Error('both hold it')
		expect(second.host).toMatchObject({ kind: 'browser', url: 'http://127.0.0.1:1/?token=t' })
		await second.knock()
		await child.line((line) => line === 'knock')
		await child.kill()
		expect((await take(dataDir)).held).toBe(true)
		expect(infoIn(dataDir)).toMatchObject({ pid: process.pid })
	}, 30_000)

	it('one that does not answer is alive all the same', async () => {
		const dataDir = freshFolder()
		const [address = ''] = socketAddresses(dataDir)
		const mute = createServer(() => {})
		await new Promise<void>((done) => mute.listen(address, done))
		expect((await take(dataDir)).held).toBe(false)
		mute.close()
	}, 20_000)

	it('of many that find the socket of a crash at the same moment, one holds the lock', async () => {
		const dataDir = freshFolder()
		const child = startChild('host.ts', dataDir)
		await child.line((line) => line === 'held')
		await child.kill()
		const locks = await Promise.all(Array.from({ length: 8 }, () => take(dataDir)))
		expect(locks.filter((lock) => lock.held)).toHaveLength(1)
		for (const lock of locks) if (!lock.held) expect(lock.host.pid).toBe(process.pid)
	}, 30_000)

	it('of many that start at once after a crash, one holds the lock', async () => {
		const dataDir = freshFolder()
		for (let round = 0; round < 2; round++) {
			const children = Array.from({ length: 4 }, () => startChild('host.ts', dataDir))
			const words = await Promise.all(children.map((child) => child.line((line) => /^(held|busy)/.test(line))))
			expect(words.filter((word) => word === 'held')).toHaveLength(1)
			expect(new Set(words.filter((word) => word !== 'held')).size).toBe(1)
			// Killed, so that the next round finds a socket that was left behind.
			for (const child of children) await child.kill()
		}
	}, 60_000)
})
