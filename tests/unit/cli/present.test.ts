/** A presentation without a window: three addresses, each of which opens what it says and nothing more. */
import { networkInterfaces } from 'node:os'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { networkAddresses } from '#backend/classroom/join.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { endAll, knock } from '../server/classroom/support.ts'
import { sourceWorkers } from '../support/workers.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()
beforeAll(() => {
	line().places.workers = sourceWorkers
})
afterEach(endAll)

interface Addresses {
	presenter: string
	audience: string
	follower: string | null
}

/** Starts `present`; resolves with what it prints first. */
async function presenting(...argv: string[]) {
	const stop = new AbortController()
	const first = Promise.withResolvers<string>()
	const ended = line().run(['present', ...argv], { out: first.resolve, stop: stop.signal })
	const text = await Promise.race([first.promise, ended.then(({ err }) => Promise.reject(new Error(err)))])
	return {
		text,
		addresses: () => JSON.parse(text) as Addresses,
		async end() {
			stop.abort()
			return await ended
		},
	}
}

describe('present', () => {
	it('makes slides of a comparison, prints three addresses that open them, and serves until it is stopped', async () => {
		const { text, addresses, end } = await presenting('one-night', '--json')
		const { presenter, audience, follower } = addresses()
		expect(text).toBe(`${JSON.stringify({ presenter, audience, follower })}\n`)
		expect(presenter).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/present\/[0-9a-f-]{36}\/live\?token=[\w-]{43}$/)
		expect(audience).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/room\.html\?token=[\w-]{43}$/)
		expect(follower).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?code=[A-Z0-9]{6}$/)
		for (const address of [presenter, audience]) {
			const entrance = await fetch(address, { redirect: 'manual' })
			expect([entrance.status, entrance.headers.get('location')]).toEqual([303, new URL(address).pathname])
		}
		const { port, searchParams } = new URL(follower ?? '')
		const device = await knock(Number(port))
		if (typeof device === 'number') throw new Error(`refused with ${device}`)
		device.send({ type: 'join', code: searchParams.get('code') ?? '' })
		expect(await device.next('view')).toMatchObject({ view: { title: 'One night of sleep', state: 'slide' } })
		expect(await end()).toMatchObject({ code: 0, err: '' })
		await expect(fetch(presenter)).rejects.toThrow()
		await expect(fetch(follower ?? '')).rejects.toThrow()
	})

	it('goes on with the presentation of a comparison that is there, and takes its own id', async () => {
		const first = await presenting('one-night', '--json')
		const id = new URL(first.addresses().presenter).pathname.split('/')[2] ?? ''
		await first.end()
		for (const named of ['one-night', id]) {
			const again = await presenting(named, '--json')
			expect(new URL(again.addresses().presenter).pathname).toBe(`/present/${id}/live`)
			await again.end()
		}
	})

	it('says it in sentences without --json', async () => {
		const { text, end } = await presenting('one-night')
		expect(text).toMatch(
			/^‘One night of sleep’ is on \(Ctrl-C ends it\)\.\nPresenter: http:\S+\nAudience: {2}http:\S+\nFollowers: http:\S+ \(or 127\.0\.0\.1:\d+ with the code [A-Z0-9]{6}\)\n$/,
		)
		await end()
	})

	it('reaches beyond this computer with --lan alone, and for followers alone', async () => {
		const { addresses, end } = await presenting('one-night', '--lan', '--json')
		const { presenter, audience, follower } = addresses()
		for (const address of [presenter, audience]) expect(new URL(address).hostname).toBe('127.0.0.1')
		const [likeliest] = networkAddresses(networkInterfaces())
		if (likeliest) expect(follower).toContain(`http://${likeliest.address}:`)
		else expect(follower).toBeNull()
		const { err } = await end()
		if (likeliest) expect(err).toBe('')
		else expect(err).toMatch(/^Devices cannot follow\. This computer is in no network/)
	})

	it('ends with 1 and a sentence for what is not there, and leaves nothing behind', async () => {
		expect(await line().run(['present', 'one-nigth'])).toEqual({
			code: 1,
			out: '',
			err: 'There is no presentation and no comparison called “one-nigth”. Did you mean “one-night”?\n',
		})
		const unknown = await line().run(['present', '00000000-0000-4000-8000-000000000000'])
		expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('This presentation is not there any more.') })
		const lock = await takeHostLock(line().dataDir, { kind: 'browser' }, () => {})
		expect(lock.held).toBe(true)
		if (!lock.held) return
		lock.update('http://127.0.0.1:1/?token=x')
		expect(await line().run(['present', 'one-night', '--json'])).toEqual({
			code: 1,
			out: '',
			err: 'Parallax is running already at http://127.0.0.1:1/?token=x. Present there, or close it and try again.\n',
		})
		await lock.release()
	})
})
