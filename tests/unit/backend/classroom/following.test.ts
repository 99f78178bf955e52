/** Following, on the host's side: what the thread is told, what is made of what it says, and what is said where it fails. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Following } from '#backend/classroom/following.ts'
import type { ToListener } from '#backend/classroom/line.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import { acted, begun, counted } from '#domain/classroom/live.ts'
import { roomView } from '#domain/classroom/room-view.ts'
import { pollSlide, presentationOf, textSlide } from '../../support/slides.ts'
import { addresses, classroomWith, fakeListener, settled } from './support/classroom.ts'

const hash = 'a'.repeat(64)
const picture = { mediaType: 'image/png', content: 'AAAA' } as const
const types = (told: readonly ToListener[]) => told.map(({ type }) => type)
const pages = (told: readonly ToListener[]) =>
	told.flatMap((message) => (message.type === 'view' ? [message.view.page?.slide ?? message.view.state] : []))

const endings: (() => unknown)[] = []
afterEach(async () => {
	for (const end of endings.splice(0)) await end()
	vi.useRealTimers()
})

/** A presentation that is on, with a thread in hand. */
async function on(slides = [textSlide('one'), textSlide('two'), pollSlide()]) {
	const listener = fakeListener()
	const presentation = presentationOf(slides)
	const room = classroomWith([presentation], { listener: listener.start })
	room.classroom.start(presentation.id)
	await settled()
	endings.push(() => room.classroom.close())
	return { ...room, listener, following: () => room.classroom.session().following }
}

/** Following alone, with addresses that change. */
function alone(more: Partial<ConstructorParameters<typeof Following>[0]> = {}) {
	const listener = fakeListener()
	const found = [...addresses]
	const following = new Following({
		start: listener.start,
		images: () => ({}),
		views: () => [],
		counted: () => {},
		changed: () => {},
		addresses: () => [...found],
		log: () => {},
		report: (error) => {
			throw error
		},
		...more,
	})
	endings.push(() => following.close())
	return { following, listener, found }
}

describe('following', () => {
	it('is off until it is switched on, and tells how it goes', async () => {
		const { classroom, listener, following } = await on()
		expect(following()).toEqual({
			state: 'off',
			addresses,
			join: null,
			followers: 0,
			most: 0,
			refused: [],
			problem: null,
		})
		expect(listener.threads).toEqual([])
		classroom.follow('network')
		expect(following()).toMatchObject({ state: 'opening', join: null })
		await settled()
		const [open] = listener.last().told
		expect(open).toEqual({
			type: 'open',
			address: '192.168.1.20',
			port: 4545,
			names: ['192.168.1.20'],
			code: expect.stringMatching(/^[A-Z0-9]{6}$/),
		})
		listener.last().say({ type: 'opened', port: 4545 })
		await vi.waitFor(() => expect(following().state).toBe('on'))
		expect(following().join).toMatchObject({ short: '192.168.1.20:4545', code: open?.type === 'open' && open.code })
		listener.last().say({ type: 'followers', now: 3, most: 5, refused: [{ why: 'code', count: 2 }] })
		expect(following()).toMatchObject({ followers: 3, most: 5, refused: [{ why: 'code', count: 2 }] })
		classroom.follow('off')
		expect(following()).toMatchObject({ state: 'off', join: null, followers: 0 })
		expect(listener.last().closed).toBe(true)
	})

	it('reaches this computer alone when it is tried', async () => {
		const { following, listener } = alone()
		following.follow('computer')
		await settled()
		expect(listener.last().told[0]).toMatchObject({ address: '127.0.0.1', names: ['127.0.0.1', 'localhost'] })
	})

	it('listens at the address that is chosen, and at no other', async () => {
		const { following, listener } = alone()
		following.follow('network', '10.0.0.7')
		await settled()
		expect(listener.last().told[0]).toMatchObject({ address: '10.0.0.7', names: ['10.0.0.7'] })
		for (const address of ['0.0.0.0', '127.0.0.1', '8.8.8.8']) {
			following.follow('network', address)
			expect(following.state).toMatchObject({
				state: 'failed',
				problem: { sentence: expect.stringContaining('address') },
			})
			expect(listener.last().closed).toBe(true)
		}
		await settled()
		expect(listener.threads).toHaveLength(1)
	})

	it('takes a free port where the short one is taken, and the same code for the whole presentation', async () => {
		const { following, listener } = alone()
		following.follow('computer')
		await settled()
		listener.last().say({ type: 'failed', code: 'EADDRINUSE' })
		expect(listener.last().told).toMatchObject([{ port: 4545 }, { type: 'open', port: 0 }])
		listener.last().say({ type: 'opened', port: 50123 })
		await vi.waitFor(() => expect(following.state.join?.short).toBe('127.0.0.1:50123'))
		const code = following.state.join?.code
		following.follow('off')
		following.follow('computer')
		await settled()
		expect(listener.threads).toHaveLength(2)
		expect(listener.last().told[0], 'devices come back to where they were').toMatchObject({ port: 50123, code })
	})

	it('asks for nothing twice, and heeds the last wish', async () => {
		const { following, listener } = alone()
		following.follow('computer')
		await settled()
		following.follow('computer')
		await settled()
		expect(listener.threads).toHaveLength(1)
		following.follow('network')
		following.follow('off')
		await settled()
		expect(listener.threads).toHaveLength(1)
		expect(following.state.state).toBe('off')
	})
})

describe('where it fails', () => {
	it('says why and what to do, and the presentation goes on', async () => {
		const { classroom, listener, following } = await on()
		classroom.follow('computer')
		await settled()
		listener.last().say({ type: 'opened', port: 4545 })
		await vi.waitFor(() => expect(following().state).toBe('on'))
		listener.last().die()
		expect(following()).toMatchObject({
			state: 'failed',
			join: null,
			problem: {
				sentence: 'Following has stopped.',
				next: 'Switch it on again; devices come back by themselves.',
			},
		})
		expect(classroom.act({ type: 'next' }).at.slide).toBe(1)
		classroom.follow('computer')
		await settled()
		expect(listener.threads).toHaveLength(2)
		listener.threads[0]?.say({ type: 'failed', code: 'EPERM' })
		expect(following().state, 'what a former thread says is not heard').toBe('opening')
	})

	it.each([
		['EPERM', 'This computer does not let Parallax be reached from the network.'],
		['EADDRNOTAVAIL', 'This computer does not have this address any more.'],
		['EWHATEVER', 'Parallax cannot be reached from the network (EWHATEVER).'],
	])('on %s: %s', async (code, sentence) => {
		const { following, listener } = alone()
		following.follow('network')
		await settled()
		listener.last().say({ type: 'failed', code })
		expect(following.state).toMatchObject({ state: 'failed', problem: { sentence } })
		expect(listener.last().closed).toBe(true)
	})

	it('without a network, and without threads', () => {
		const { following, found } = alone()
		found.length = 0
		following.follow('network')
		expect(following.state.problem?.sentence).toBe('This computer is in no network that devices could reach it by.')
		const other = alone({ start: undefined }).following
		other.follow('computer')
		expect(other.state.problem?.sentence).toBe('Parallax cannot let devices follow here.')
	})

	it('where the thread does not answer', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		const { following, listener } = alone()
		following.follow('computer')
		await settled()
		vi.advanceTimersByTime(29_000)
		expect(following.state.state).toBe('opening')
		vi.advanceTimersByTime(1000)
		expect(following.state).toMatchObject({ state: 'failed', problem: { sentence: 'Following has stopped.' } })
		expect(listener.last().closed).toBe(true)
	})

	it('while its network is gone; and goes on where that comes back', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
		const { following, listener, found } = alone()
		following.follow('network')
		await settled()
		listener.last().say({ type: 'opened', port: 4545 })
		await vi.waitFor(() => expect(following.state.state).toBe('on'))
		const [first] = found.splice(0, 1)
		vi.advanceTimersByTime(3000)
		expect(following.state).toMatchObject({ state: 'failed', addresses: [addresses[1]] })
		expect(listener.last().closed).toBe(false)
		found.unshift(first ?? { address: '', network: '' })
		vi.advanceTimersByTime(3000)
		expect(following.state).toMatchObject({ state: 'on', addresses, problem: null })
	})
})

describe('what followers are sent', () => {
	it('is each page so far, then what is on; a picture before the page that names it, once', async () => {
		const slides = [textSlide('one'), textSlide('two', { text: `![x](image:${hash})` }), textSlide('three')]
		const { classroom, listener, pictures } = await on(slides)
		pictures[hash] = picture
		classroom.act({ type: 'next' })
		await settled()
		classroom.follow('computer')
		await settled()
		expect(types(listener.last().told)).toEqual(['open', 'view', 'image', 'view'])
		expect(pages(listener.last().told)).toEqual(['one', 'two'])
		classroom.act({ type: 'next' })
		classroom.act({ type: 'back' })
		await settled()
		expect(pages(listener.last().told), 'also a page that was soon left').toEqual(['one', 'two', 'three', 'two'])
		expect(types(listener.last().told).filter((type) => type === 'image')).toHaveLength(1)
	})

	it('has no pointer, and is not sent anew for it', async () => {
		const { classroom, listener } = await on()
		classroom.follow('computer')
		await settled()
		classroom.act({ type: 'pointer', at: { x: 0.5, y: 0.5 } })
		await settled()
		classroom.act({ type: 'zoom', part: 0 })
		await settled()
		const views = listener.last().told.flatMap((message) => (message.type === 'view' ? [message.view] : []))
		expect(views.map(({ pointer, zoom }) => [pointer, zoom])).toEqual([
			[null, null],
			[null, 0],
		])
	})

	it('ends with the presentation', async () => {
		const { classroom, listener } = await on()
		classroom.follow('computer')
		await settled()
		await classroom.end()
		expect(pages(listener.last().told)).toEqual(['one', 'ended'])
		expect(listener.last().closed).toBe(true)
	})
})

describe('counts of voters', () => {
	it('are sent ten times a second at most; a change of page at once', async () => {
		const slides = [pollSlide(), textSlide('two')]
		const presentation = presentationOf(slides)
		let live = acted(begun(presentation.id, slides, { noticeFirst: false, now: 0 }), slides, { type: 'next' }, 0)
		const view = (): RoomView => roomView(presentation, live, null)
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
		const { following, listener } = alone({ views: () => [view()] })
		following.follow('computer')
		await settled()
		const voters = () =>
			listener
				.last()
				.told.flatMap((message) => (message.type === 'view' ? [message.view.page?.parts[0]] : []))
				.map((part) => (part?.type === 'poll' ? part.poll.voters : part?.type))
		for (let count = 1; count <= 95; count++) {
			vi.advanceTimersByTime(10)
			live = counted(live, 'poll', 1, [{ option: 'a', count }], count)
			following.show(view())
		}
		expect(voters()).toEqual([0, 9, 19, 29, 39, 49, 59, 69, 79, 89])
		live = acted(live, slides, { type: 'go', slide: 1 }, 0)
		following.show(view())
		expect(voters().at(-1)).toBe('heading')
		vi.advanceTimersByTime(1000)
		expect(voters()).toHaveLength(11)
		live = acted(live, slides, { type: 'go', slide: 0, step: 1 }, 0)
		following.show(view())
		live = counted(live, 'poll', 1, [{ option: 'a', count: 96 }], 96)
		following.show(view())
		vi.advanceTimersByTime(1000)
		expect(voters().slice(-2), 'the last count comes').toEqual([95, 96])
	})
})
