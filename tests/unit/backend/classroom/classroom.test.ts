/** A presentation that is on, as windows and audience views meet it. */
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomView } from '#contract/classroom/room.ts'
import { pointSlide, pollSlide, presentationOf, textSlide } from '../../support/slides.ts'
import { classroomWith, fakeListener, settled } from './support/classroom.ts'

const next = { type: 'next' } as const
const hash = 'a'.repeat(64)
const picture = { mediaType: 'image/png', content: 'AAAA' } as const

/** Watches in the test's own pace. */
function watching<T>(watch: (signal: AbortSignal) => AsyncGenerator<T>) {
	const stop = new AbortController()
	const events = watch(stop.signal)
	return {
		async next(): Promise<T> {
			const { value, done } = await events.next()
			if (done) throw new Error('It has ended.')
			return value
		},
		/** @returns how often something has come within a turn. */
		pending: () => Promise.race([events.next(), settled().then(() => 'nothing' as const)]),
		stop: () => stop.abort(),
		events,
	}
}

const rooms = [] as ReturnType<typeof classroomWith>[]
function room(...given: Parameters<typeof classroomWith>) {
	const made = classroomWith(...given)
	rooms.push(made)
	return made
}
afterEach(async () => {
	for (const { classroom, unforeseen } of rooms.splice(0)) {
		await classroom.close()
		expect(unforeseen).toEqual([])
	}
})

describe('what is on', () => {
	it('is one presentation at a time', async () => {
		const [first, second] = [presentationOf([textSlide('one'), textSlide('two')]), presentationOf()]
		const { classroom } = room([first, second])
		const live = classroom.start(first.id)
		expect(live).toMatchObject({ presentation: first.id, at: { slide: 0, step: 0 } })
		classroom.act(next)
		expect(classroom.start(first.id), 'it goes on').toMatchObject({ at: { slide: 1 } })
		expect(() => classroom.start(second.id)).toThrow('‘A presentation’ is being presented.')
		await classroom.end()
		expect(classroom.start(second.id)).toMatchObject({ presentation: second.id })
	})

	it('is refused in a sentence where there is nothing to show, or nothing is on', async () => {
		const empty = presentationOf([])
		const { classroom } = room([empty])
		expect(() => classroom.start(empty.id)).toThrow('This presentation has no slides yet.')
		expect(() => classroom.start('nothing')).toThrow('This presentation is not there any more.')
		for (const ask of [() => classroom.act(next), () => classroom.presentation(), () => classroom.follow('computer')])
			expect(ask).toThrow('No presentation is on.')
		await expect(classroom.end()).rejects.toThrow('No presentation is on.')
	})

	it('stays as it was when it began, whatever is changed in it meanwhile', () => {
		const presentation = presentationOf([textSlide('one'), textSlide('two')])
		const given = [presentation]
		const { classroom } = room(given)
		classroom.start(presentation.id)
		given[0] = { ...presentation, slides: [textSlide('other')] }
		expect(classroom.presentation().slides.map(({ id }) => id)).toEqual(['one', 'two'])
		expect(classroom.act(next).shown).toEqual(['one', 'two'])
	})

	it('is told to whoever watches: at once, and after each change', async () => {
		const presentation = presentationOf([textSlide('one'), textSlide('two')])
		const { classroom } = room([presentation])
		const window = watching((signal) => classroom.watch(signal))
		expect(await window.next()).toMatchObject({ live: null, following: { state: 'off' }, audience: { watching: 0 } })
		classroom.start(presentation.id)
		expect((await window.next()).live?.at).toEqual({ slide: 0, step: 0 })
		classroom.act(next)
		expect((await window.next()).live?.at).toEqual({ slide: 1, step: 0 })
		await classroom.end()
		expect((await window.next()).live).toBeNull()
		window.stop()
		expect(await window.events.next()).toEqual({ value: undefined, done: true })
	})

	it('gives a slow window the newest and keeps nothing else for it', async () => {
		const presentation = presentationOf(Array.from({ length: 50 }, (_, at) => textSlide(`slide-${at}`)))
		const { classroom } = room([presentation])
		classroom.start(presentation.id)
		await settled()
		const slow = watching((signal) => classroom.watch(signal))
		const audience = watching((signal) => classroom.watchRoom(signal))
		await slow.next()
		await audience.next()
		for (let act = 0; act < 40; act++) {
			classroom.act(next)
			await settled()
		}
		expect((await slow.next()).live?.at.slide).toBe(40)
		expect((await audience.next()).page?.slide).toBe('slide-40')
		expect(await slow.pending()).toBe('nothing')
		expect(await audience.pending()).toBe('nothing')
		slow.stop()
		audience.stop()
	})

	it('heeds the setting that tells the room first, also while it is on', async () => {
		const presentation = presentationOf([textSlide('one'), textSlide('flagged', { contentNotes: ['death'] })])
		const { classroom, settings, change } = room([presentation])
		expect(classroom.start(presentation.id).notice).toBe(false)
		settings.noticeFirst = true
		change({ what: 'settings' })
		await settled()
		expect(classroom.act(next)).toMatchObject({ notice: true, held: { slide: 1 } })
		await settled()
		const audience = watching((signal) => classroom.watchRoom(signal))
		expect(await audience.next()).toMatchObject({ state: 'notice', page: null })
		audience.stop()
	})

	it('does not wait for the disk: neither to begin nor for a step', async () => {
		const presentation = presentationOf([pollSlide()])
		const { classroom, gate, kept } = room([presentation])
		const open = gate.close()
		classroom.start(presentation.id)
		classroom.act(next)
		classroom.act({ type: 'hand', slide: 'poll', round: 1, tally: [{ option: 'a', count: 3 }] })
		expect(classroom.act(next).at.step).toBe(2)
		await settled()
		expect(kept).toEqual([])
		open()
		await settled()
		expect(kept).toHaveLength(1)
	})
})

describe('an audience view', () => {
	const views = (more: RoomView) => [more.state, more.page?.slide]

	it('may be opened before the start, and stays after the end', async () => {
		const presentation = presentationOf([textSlide('one')])
		const { classroom } = room([presentation])
		const audience = watching((signal) => classroom.watchRoom(signal))
		expect(views(await audience.next())).toEqual(['waiting', undefined])
		classroom.start(presentation.id)
		expect(views(await audience.next())).toEqual(['slide', 'one'])
		await classroom.end()
		expect(await audience.next()).toMatchObject({ state: 'ended', page: null, title: 'A presentation' })
		classroom.start(presentation.id)
		expect(views(await audience.next())).toEqual(['slide', 'one'])
		audience.stop()
	})

	it('is counted while it is open', async () => {
		const { classroom } = room([])
		const window = watching((signal) => classroom.watch(signal))
		const watched = async () => (await window.next()).audience.watching
		expect(await watched()).toBe(0)
		const audience = watching((signal) => classroom.watchRoom(signal))
		await audience.next()
		expect(await watched()).toBe(1)
		const over = audience.events.next()
		audience.stop()
		await over
		expect(await watched()).toBe(0)
		window.stop()
	})

	it('is not told of what it does not see', async () => {
		const presentation = presentationOf([textSlide('one'), textSlide('flagged', { contentNotes: ['death'] })])
		const { classroom } = room([presentation])
		classroom.start(presentation.id)
		const audience = watching((signal) => classroom.watchRoom(signal))
		await settled()
		await audience.next()
		classroom.act(next)
		expect(await audience.pending(), 'the presenter alone is warned').toBe('nothing')
		audience.stop()
	})

	it('has the pictures that were shown, and no others', () => {
		const other = 'b'.repeat(64)
		const noted = 'c'.repeat(64)
		const presentation = presentationOf([
			textSlide('one', { notes: `![x](image:${noted})` }),
			textSlide('two', { text: `![x](\nimage:${hash})` }),
			textSlide('flagged', { text: `![x](image:${other})`, contentNotes: ['death'] }),
		])
		const { classroom, pictures } = room([presentation])
		Object.assign(pictures, { [hash]: picture, [other]: picture, [noted]: picture })
		classroom.start(presentation.id)
		for (const id of [hash, other, noted]) expect(() => classroom.roomImage(id)).toThrow('has not been shown')
		classroom.act(next)
		expect(classroom.roomImage(hash)).toEqual(picture)
		classroom.act(next)
		classroom.act({ type: 'decide', how: 'cover' })
		for (const id of [other, noted]) expect(() => classroom.roomImage(id)).toThrow('has not been shown')
		classroom.act({ type: 'decide', how: 'show' })
		expect(classroom.roomImage(other)).toEqual(picture)
		classroom.act({ type: 'go', slide: 0 })
		expect(classroom.roomImage(hash), 'one that was on').toEqual(picture)
	})

	it('stands on another display where the host has one', async () => {
		let changed = () => {}
		let on: string | null = null
		const displays = [{ id: 'two', label: 'Projector', width: 1, height: 1, presenter: false }]
		const { classroom } = room([], {
			audience: {
				displays: () => displays,
				on: () => on,
				lost: () => on === null,
				open: () => {},
				close: () => {},
				swap: () => {},
				onChange: (listener: () => void) => {
					changed = listener
				},
			},
		})
		const window = watching((signal) => classroom.watch(signal))
		expect((await window.next()).audience).toEqual({ watching: 0, displays, on: null, lost: true })
		on = 'two'
		changed()
		expect((await window.next()).audience).toEqual({ watching: 0, displays, on: 'two', lost: false })
		window.stop()
	})
})

describe('what the room answers', () => {
	const presentation = presentationOf([
		textSlide('one'),
		pollSlide(),
		pointSlide('point', { depictions: [], fiction: null }),
	])

	it('is kept whenever a round ends and at the end, in one row; never a vote by itself', async () => {
		const listener = fakeListener()
		const { classroom, kept, told } = room([presentation], { listener: listener.start })
		classroom.start(presentation.id)
		classroom.follow('computer')
		await settled()
		const vote = (round: 1 | 2, count: number) =>
			listener.last().say({ type: 'tally', slide: 'poll', round, tally: [{ option: 'a', count }], voters: count })
		vote(1, 9)
		await settled()
		expect(classroom.session().live?.polls, 'nobody was asked yet').toEqual({})
		classroom.act(next)
		classroom.act(next)
		for (let count = 1; count <= 5; count++) {
			vote(1, count)
			await settled()
		}
		expect(classroom.session().live?.polls.poll?.rounds[0]).toMatchObject({ voters: 5 })
		expect(kept).toEqual([])
		classroom.act(next)
		await settled()
		expect(kept.map(({ polls }) => polls.map(({ rounds }) => rounds))).toEqual([[[[{ option: 'a', count: 5 }]]]])
		// One that was on its way.
		vote(1, 6)
		await settled()
		expect(kept[0]?.polls[0]?.rounds).toEqual([[{ option: 'a', count: 6 }]])
		classroom.act(next)
		vote(2, 2)
		await settled()
		expect(kept[0]?.polls[0]?.rounds).toHaveLength(1)
		classroom.act(next)
		await settled()
		expect(kept[0]?.polls[0]?.rounds).toEqual([[{ option: 'a', count: 6 }], [{ option: 'a', count: 2 }]])
		const result = await classroom.end()
		expect(kept).toEqual([result])
		expect(Object.keys(result ?? {}).sort()).toEqual(['at', 'id', 'polls', 'presentation', 'title'])
		expect(told).toContainEqual({ what: 'results', ids: ['0'] })
	})

	it('may be counted by hand, and both go together', async () => {
		const { classroom, kept } = room([presentation])
		classroom.start(presentation.id)
		const tally = [{ option: 'harmful', count: 12 }]
		classroom.act({ type: 'hand', slide: 'point', round: 1, tally })
		await settled()
		expect(kept[0]?.polls).toMatchObject([{ slide: 'point', about: 'CLAIM-point', rounds: [tally] }])
		expect(() => classroom.act({ type: 'hand', slide: 'one', round: 1, tally })).toThrow('There is no such poll')
	})

	it('is nothing where nobody answered', async () => {
		const { classroom, kept } = room([presentation])
		classroom.start(presentation.id)
		expect(await classroom.end()).toBeNull()
		expect(kept).toEqual([])
	})

	it('is not lost where the disk fails: it is still on, and can be ended once more', async () => {
		let fails = true
		const kept: unknown[] = []
		const { classroom, unforeseen } = room([presentation], {
			results: {
				keep(result) {
					if (fails) throw new Error('The disk is full.')
					kept.push(result)
					return { ...result, id: 1 }
				},
			},
		})
		classroom.start(presentation.id)
		classroom.act({ type: 'hand', slide: 'poll', round: 1, tally: [{ option: 'a', count: 1 }] })
		await settled()
		expect(unforeseen.splice(0)).toHaveLength(1)
		await expect(classroom.end()).rejects.toThrow('The disk is full.')
		expect(classroom.act(next).at.slide).toBe(1)
		fails = false
		expect(await classroom.end()).toMatchObject({ id: 1 })
		expect(kept).toHaveLength(1)
	})
})
