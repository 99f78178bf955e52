/** An honest class: it joins, sees what the room sees, votes, looks back, comes back. */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { counted } from '#domain/classroom/live.ts'
import { pointSlide, pollSlide, textSlide } from '../../support/slides.ts'
import { ask } from '../support.ts'
import { arrive, code, endAll, follow, knock, newDevice, present, startListener } from './support.ts'

afterEach(endAll)

describe('following', () => {
	it('shows a late joiner what is on, and then whatever is on next', async () => {
		const listening = await startListener()
		const room = await present(listening, [textSlide('first'), pollSlide()])
		await room.act({ type: 'next' })
		const device = await follow(listening.port)
		expect((await device.next('view')).view).toEqual(room.view())
		await room.act({ type: 'next' })
		const { view, pages } = await device.next('view')
		expect(view).toEqual(room.view())
		expect(pages).toEqual([1, 2])
		await listening.until(() => listening.last('followers')?.now === 1)
	})

	it('takes the code as people type it', async () => {
		const { port } = await startListener()
		const device = await follow(port)
		expect(device.answers[0]).toMatchObject({ type: 'joined', votes: [], revealed: [] })
		const typed = await arrive(port)
		typed.send({ type: 'join', code: ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} ` })
		await typed.next('joined')
	})

	it('counts one vote a device in each round, and tells the host no more than counts', async () => {
		const listening = await startListener()
		const room = await present(listening, [pollSlide()])
		await room.act({ type: 'next' })
		const devices = await Promise.all([follow(listening.port), follow(listening.port), follow(listening.port)])
		for (const [index, device] of devices.entries()) {
			device.vote('poll', 1, index === 0 ? 'a' : 'b')
			expect(await device.next('voted')).toEqual({
				type: 'voted',
				slide: 'poll',
				round: 1,
				choice: index === 0 ? 'a' : 'b',
			})
		}
		await listening.until(() => listening.last('tally')?.voters === 3)
		expect(listening.last('tally')).toEqual({
			type: 'tally',
			slide: 'poll',
			round: 1,
			tally: [
				{ option: 'b', count: 2 },
				{ option: 'a', count: 1 },
			],
			voters: 3,
		})
		await room.act({ type: 'go', slide: 0, step: 3 })
		devices[0]?.vote('poll', 2, 'b')
		await listening.until(() => listening.last('tally')?.round === 2)
		expect(listening.last('tally')).toMatchObject({ tally: [{ option: 'b', count: 1 }], voters: 1 })
		const told = JSON.stringify(listening.said)
		for (const { cookie } of devices) expect(told).not.toContain(cookie.split('=')[1]?.split('.')[0])
	})

	it('tells the host of many votes at once, not of each', async () => {
		const listening = await startListener()
		const room = await present(listening, [pollSlide()])
		await room.act({ type: 'next' })
		const devices = await Promise.all(Array.from({ length: 30 }, () => follow(listening.port)))
		for (const device of devices) device.vote('poll', 1, 'a')
		await listening.until(() => listening.last('tally')?.voters === 30)
		expect(listening.said.filter(({ type }) => type === 'tally').length).toBeLessThan(15)
	})

	it('knows a device that comes back: it needs no code, and has its votes and what was revealed', async () => {
		const listening = await startListener()
		const room = await present(listening, [pollSlide()])
		await room.act({ type: 'next' })
		const device = await follow(listening.port)
		device.vote('poll', 1, 'a')
		await device.next('voted')
		device.socket.terminate()
		await listening.until(() => listening.last('followers')?.now === 0)
		await room.act({ type: 'go', slide: 0, step: 4 })
		expect(await newDevice(listening.port, device.cookie)).toBe('')
		const back = await arrive(listening.port, device.cookie)
		back.send({ type: 'join', code: '' })
		const joined = await back.next('joined')
		expect(joined.votes).toEqual([{ slide: 'poll', round: 1, choice: 'a' }])
		expect(joined.revealed).toEqual([room.view().page])
		await listening.until(() => listening.last('followers')?.most === 1)
	})

	it('lets devices look back on what was shown as it was shown last, and on nothing else', async () => {
		const listening = await startListener()
		const flagged = pointSlide('flagged')
		const room = await present(listening, [textSlide('first'), flagged, textSlide('last')])
		const device = await follow(listening.port)
		const look = async (number: number) => {
			device.send({ type: 'page', number })
			return await device.next('page')
		}
		expect(await look(1)).toMatchObject({ page: { slide: 'first' } })
		expect(await look(2)).toMatchObject({ page: null })
		await room.act({ type: 'next' })
		expect(await look(2)).toMatchObject({ page: null })
		await room.act({ type: 'decide', how: 'cover' })
		expect((await look(2)).page?.parts).toEqual([{ type: 'claim', text: 'CLAIM-flagged' }])
		await room.act({ type: 'go', slide: 1, step: 5 }, { type: 'next' })
		const covered = JSON.stringify(await look(2))
		for (const word of ['HARD-', 'FICTION-', 'NOTES-']) expect(covered).not.toContain(word)
		expect(await look(3)).toMatchObject({ page: null })
	})

	it('sends nothing while only the pointer moves, and how many have voted at most once a second', async () => {
		const listening = await startListener({ voters: 150 })
		const room = await present(listening, [pollSlide()])
		await room.act({ type: 'next' })
		const device = await follow(listening.port)
		await device.next('view')
		for (let x = 0; x < 10; x++) await room.act({ type: 'pointer', at: { x: x / 10, y: 0 } })
		for (let voters = 1; voters <= 20; voters++) await room.change((live) => counted(live, 'poll', 1, [], voters))
		const poll = async () => {
			const part = (await device.next('view')).view.page?.parts[0]
			return part?.type === 'poll' ? part.poll.voters : undefined
		}
		let last = await poll()
		let sent = 1
		for (; last !== 20; sent++) last = await poll()
		expect(sent).toBeLessThan(4)
	})

	it('gives out pictures that the host pushed, to devices that were let in', async () => {
		const listening = await startListener()
		const content = Buffer.from('a picture')
		const id = createHash('sha256').update(content).digest('hex')
		const device = await follow(listening.port)
		const get = (path: string, cookie = device.cookie) => ask(listening.port, path, { Cookie: cookie })
		expect((await get(`/image/${id}`)).status).toBe(404)
		await listening.take({
			type: 'image',
			id,
			picture: { mediaType: 'image/png', content: content.toString('base64') },
		})
		const { status, body, headers } = await get(`/image/${id}`)
		expect([status, body, headers['content-type']]).toEqual([200, 'a picture', 'image/png'])
		expect((await get(`/image/${'0'.repeat(64)}`)).status).toBe(404)
		expect((await get(`/image/${id}`, '')).status).toBe(404)
		expect((await get(`/image/${id}`, await newDevice(listening.port))).status).toBe(404)
	})

	it('forgets everything when it closes', async () => {
		const listening = await startListener()
		const room = await present(listening, [pollSlide()])
		await room.act({ type: 'next' })
		const device = await follow(listening.port)
		device.vote('poll', 1, 'a')
		await device.next('voted')
		await listening.take({ type: 'close' })
		expect(await device.closed).toBe(4000)
		// What was answered was counted.
		expect(listening.last('tally')).toMatchObject({ voters: 1 })
		await expect(follow(listening.port)).rejects.toThrow('ECONNREFUSED')
		const { port } = listening
		await listening.take({ type: 'open', address: '127.0.0.1', port, names: ['127.0.0.1'], code: 'PPPPPP' })
		expect(listening.last('opened')).toEqual({ type: 'opened', port })
		expect(await knock(port, { Cookie: device.cookie })).toBe(401)
		const back = await arrive(port)
		back.send({ type: 'join', code })
		expect(await back.next('refused')).toMatchObject({ why: 'code' })
		back.send({ type: 'join', code: 'PPPPPP' })
		expect(await back.next('joined')).toMatchObject({ votes: [], revealed: [] })
		back.send({ type: 'page', number: 1 })
		expect(await back.next('page')).toMatchObject({ page: null })
	})

	it('says why it cannot listen', async () => {
		const { port } = await startListener()
		await expect(startListener({}, { port })).rejects.toThrow('EADDRINUSE')
	})
})
