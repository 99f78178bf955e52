/** A presentation over every transport: from its start to its results, and what the line of an audience view can have of it. */
import { isDefinedError, safe } from '@orpc/client'
import { afterEach, describe, expect, it } from 'vitest'
import type { Session } from '#contract/classroom/classroom.ts'
import type { Slide } from '#contract/classroom/presentations.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import { contract } from '#contract/index.ts'
import { stepsOf } from '#domain/classroom/steps.ts'
import { png } from '../unit/support/pictures.ts'
import { pollSlide, slidesOfAllTypes, textSlide } from '../unit/support/slides.ts'
import { requestText } from './support/line.ts'
import { useProgram } from './support/program.ts'
import { fieldsOfEveryView, strangeFields } from './support/room-fields.ts'
import { type Transport, wholeTransports } from './support/transports.ts'

const next = { type: 'next' } as const

/** Names of all methods: `library/list`. */
function methodsIn(part: object, path: string[] = []): string[] {
	return Object.entries(part).flatMap(([name, each]: [string, object]) =>
		'~orpc' in each ? [[...path, name].join('/')] : methodsIn(each, [...path, name]),
	)
}

async function expectError(call: Promise<unknown>, code: string, sentence: string) {
	const { error } = await safe(call as Promise<never>)
	expect(isDefinedError(error)).toBe(true)
	expect(error).toMatchObject({ code, message: sentence, data: { next: expect.stringMatching(/^[A-Z].*\.$/) } })
}

/** A program in which presentations are started, and ended after each test. */
function useClassroom(transport: Transport) {
	const program = useProgram(transport)
	const stop: AbortController[] = []
	afterEach(async () => {
		for (const each of stop.splice(0)) each.abort()
		await safe(program().client.classroom.end())
		expect(program().unforeseen).toEqual([])
	})
	return {
		program,
		make: (slides: Slide[], comparison: string | null = null) =>
			program().client.presentations.create({ title: 'Sleep', comparison, theme: 'light', slides }),
		/** Watches until something is so. */
		async until<T>(stream: Promise<AsyncIterable<T>>, so: (event: T) => boolean): Promise<T> {
			for await (const event of await stream) if (so(event)) return event
			throw new Error('It has ended.')
		},
		signal() {
			const controller = new AbortController()
			stop.push(controller)
			return { signal: controller.signal }
		},
		async room() {
			const room = await program().room?.()
			if (!room) throw new Error('This transport has no line for audience views.')
			return room
		},
	}
}

describe.each(wholeTransports)('a presentation ($name)', (transport) => {
	const { program, make, until, signal, room } = useClassroom(transport)

	it('goes from its start to results, which leave as a table and a note, and come back from the trash', async () => {
		const { classroom, annotations, workspace } = program().client
		const { id } = await make([textSlide('one'), pollSlide()], 'one-night')
		const told = await workspace.changes(undefined, signal())
		expect(await classroom.start({ presentation: id })).toMatchObject({ presentation: id, shown: ['one'] })
		expect((await classroom.presentation()).slides).toHaveLength(2)
		await classroom.act(next)
		await classroom.act(next)
		const first = [
			{ option: 'a', count: 7 },
			{ option: 'b', count: 3 },
		]
		await classroom.act({ type: 'hand', slide: 'poll', round: 1, tally: first })
		const second = [{ option: 'b', count: 9 }]
		await classroom.act({ type: 'hand', slide: 'poll', round: 2, tally: second })
		await classroom.act({ type: 'go', slide: 1, step: 4 })
		const { client } = await room()
		const view = await until<RoomView>(client.watch(undefined, signal()), ({ page }) => page?.step === 'reveal')
		expect(view.page?.parts[0]).toMatchObject({ poll: { results: { rounds: [first, second], answer: 'b' } } })
		const result = await classroom.end()
		expect(result).toMatchObject({
			presentation: id,
			title: 'Sleep',
			polls: [{ slide: 'poll', rounds: [first, second] }],
		})
		expect(await until<{ what: string }>(Promise.resolve(told), ({ what }) => what === 'results')).toMatchObject({
			ids: [String(result?.id)],
		})

		const { results } = classroom
		const one = { id: result?.id ?? 0 }
		expect(await results.list({})).toEqual([result])
		expect(await results.list({ presentation: id })).toEqual([result])
		const { name, content } = await results.table(one)
		expect(name).toMatch(/^results-sleep-\d{4}-\d\d-\d\d\.csv$/)
		expect(content.split('\r\n')).toEqual([
			'Poll,Claim,Question,Answer,Right,First vote,Second vote',
			'1,,POLL-poll,One,,7,0',
			'1,,POLL-poll,Two,yes,3,9',
		])
		const [note] = await annotations.list({ ids: [(await results.note(one)).id] })
		expect(note?.targets).toMatchObject([{ source: 'compare/one-night' }])
		expect(note?.comment).toContain('- **Two** (right): 3 (30 %), then 9 (100 %)')
		await results.remove(one)
		expect(await results.list({})).toEqual([])
		await expectError(results.table(one), 'NOT_FOUND', 'These results are not there any more.')
		expect(await results.restore(one)).toEqual(result)
		await results.remove(one)
		await annotations.remove({ ids: [note?.id ?? ''] })
	})

	it('is one at a time, and says in a sentence why something cannot be', async () => {
		const { classroom } = program().client
		const [one, other] = [await make([textSlide('one')]), await make([])]
		const nothing = 'No presentation is on.'
		await expectError(classroom.act(next), 'NOT_FOUND', nothing)
		await expectError(classroom.end(), 'NOT_FOUND', nothing)
		await expectError(classroom.presentation(), 'NOT_FOUND', nothing)
		await expectError(classroom.follow({ reach: 'computer' }), 'NOT_FOUND', nothing)
		await expectError(
			classroom.start({ presentation: other.id }),
			'BAD_REQUEST',
			'This presentation has no slides yet.',
		)
		const missing = 'This presentation is not there any more.'
		await expectError(classroom.start({ presentation: crypto.randomUUID() }), 'NOT_FOUND', missing)
		await classroom.start({ presentation: one.id })
		await expectError(classroom.start({ presentation: other.id }), 'CONFLICT', '‘Sleep’ is being presented.')
		const cannot = 'Parallax cannot open a window on another display here.'
		await expectError(classroom.audience.open({}), 'UNAVAILABLE', cannot)
		expect(await classroom.end(), 'nobody answered').toBeNull()
	})

	it('tells the presenter’s window how it stands, and how many watch', async () => {
		const { classroom } = program().client
		const { id } = await make([textSlide('one'), textSlide('two')])
		const watching = (so: (session: Session) => boolean) => until(classroom.watch(undefined, signal()), so)
		expect(await watching(() => true)).toMatchObject({ live: null, following: { state: 'off' } })
		await classroom.start({ presentation: id })
		const { client } = await room()
		const audience = await client.watch(undefined, signal())
		await audience.next()
		expect((await watching(({ audience }) => audience.watching === 1)).live?.at.slide).toBe(0)
		await classroom.act(next)
		expect((await watching(({ live }) => live?.at.slide === 1)).live?.shown).toEqual(['one', 'two'])
		await classroom.follow({ reach: 'computer' })
		const { following } = await watching(({ following }) => following.state === 'failed')
		expect(following.problem?.sentence, 'without threads').toBe('Parallax cannot let devices follow here.')
		await audience.return?.()
		await watching(({ audience }) => audience.watching === 0)
	})
})

describe.each(wholeTransports)('the line of an audience view ($name)', (transport) => {
	const { program, make, until, signal, room } = useClassroom(transport)

	it('can call nothing of the program', async () => {
		const { line } = await room()
		const methods = methodsIn(contract)
		expect(methods).toContain('classroom/act')
		expect(methods.length).toBeGreaterThan(100)
		for (const [at, method] of [...methods, 'room/watch', 'classroom', ''].entries())
			line.send(requestText(`m${at}x`, method))
		for (const at of methods.keys()) {
			const { p } = await line.answerTo(`m${at}x`)
			expect([methods[at], p?.b?.json?.code]).toEqual([methods[at], 'UNKNOWN_METHOD'])
		}
		line.send(requestText('still', 'image', { id: 'f'.repeat(64) }))
		expect((await line.answerTo('still')).p?.b?.json?.code, 'the line itself is well').toBe('NOT_FOUND')
	})

	it('is sent what the room may see and no field more, through a whole presentation', async () => {
		const { classroom } = program().client
		const { line } = await room()
		line.send(requestText('watch1', 'watch'))
		const sent = () => line.answers.filter(({ i, p }) => i === 'watch1' && p?.e === 'message').map(({ p }) => p?.d)
		const views = () => sent().map((event) => (event as { json: RoomView }).json)
		const seen = (so: (view: RoomView | undefined) => boolean) =>
			expect.poll(() => so(views().at(-1)), { timeout: 15_000 }).toBe(true)
		await seen((view) => view?.state === 'waiting')
		const slides = slidesOfAllTypes()
		const { id } = await make(slides)
		await classroom.start({ presentation: id })
		await classroom.act({ type: 'timer', length: 60_000 })
		await classroom.act({ type: 'pointer', at: { x: 0.5, y: 0.5 } })
		await seen((view) => view?.pointer !== null)
		let live = await classroom.act({ type: 'zoom', part: 0 })
		while (live.at.slide < slides.length) {
			live = await classroom.act(next)
			const here = slides[(live.held ?? live.at).slide]
			if (live.held) live = await classroom.act({ type: 'decide', how: here?.type === 'text' ? 'cover' : 'show' })
			if (here?.type === 'poll' || here?.type === 'point') {
				const tally = [{ option: here.type === 'poll' ? 'a' : 'harmful', count: 3 }]
				await classroom.act({ type: 'hand', slide: here.id, round: 1, tally })
			}
			const step = here && stepsOf(here)[live.at.step]
			await seen((view) => (here ? view?.page?.slide === here.id && view.page.step === step : view?.state === 'ended'))
		}
		await classroom.act({ type: 'back' })
		await classroom.act({ type: 'black', on: true })
		await seen((view) => view?.state === 'black')
		await classroom.end()
		await seen((view) => view?.state === 'ended')
		for (const event of sent()) expect(Object.keys(event as object)).toEqual(['json'])
		for (const view of views()) {
			expect(Object.keys(view).sort()).toEqual([...fieldsOfEveryView].sort())
			expect(strangeFields(view)).toEqual([])
			for (const part of view.page?.parts ?? [])
				if (part.type === 'poll') expect(part.poll.results === null).toBe(view.page?.step !== 'reveal')
		}
		const types = new Set(views().flatMap(({ page }) => page?.parts.map(({ type }) => type) ?? []))
		expect(types.size, 'parts of every kind were there').toBe(12)
		expect(JSON.stringify(line.answers)).not.toContain('NOTES-')
		const { results } = classroom
		for (const { id } of await results.list({})) await results.remove({ id })
	})

	it('has the pictures that were shown', async () => {
		const { classroom, presentations } = program().client
		const picture = { mediaType: 'image/png', content: png().toString('base64') } as const
		const { id: image } = await presentations.addImage(picture)
		const { id } = await make([textSlide('one'), textSlide('two', { text: `![A plot](image:${image})` })])
		const { client } = await room()
		const refused = 'This picture has not been shown.'
		await expectError(client.image({ id: image }), 'NOT_FOUND', refused)
		await classroom.start({ presentation: id })
		await expectError(client.image({ id: image }), 'NOT_FOUND', refused)
		await classroom.act(next)
		await until<RoomView>(client.watch(undefined, signal()), ({ page }) => page?.slide === 'two')
		expect(await client.image({ id: image })).toEqual(picture)
		await classroom.end()
		await expectError(client.image({ id: image }), 'NOT_FOUND', refused)
	})
})
