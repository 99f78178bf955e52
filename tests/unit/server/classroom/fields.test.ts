/** What followers are sent, field by field: a field that is not in this list is a leak until somebody has thought about it. */
import { afterEach, describe, expect, it } from 'vitest'
import { makeBallots } from '#backend/classroom/ballots.ts'
import type { RoomView } from '#contract/classroom/room.ts'
import { slidesOfAllTypes } from '../../support/slides.ts'
import { endAll, follow, present, startListener } from './support.ts'

afterEach(endAll)

const page = ['number', 'slide', 'type', 'step', 'label', 'dimension', 'parts']
const part = [
	'type',
	'text',
	'verdict',
	'contentNotes',
	...['id', 'work', 'stance', 'text', 'label', 'entry', 'entry.text', 'link'].map((field) => `items.${field}`),
	...['fiction', 'reality'].flatMap((pane) =>
		['', '.document', '.block', '.title', '.blocks', '.blocks.id', '.blocks.type', '.blocks.text'].map(
			(field) => pane + field,
		),
	),
	...['type', 'question', 'options', 'options.id', 'options.label', 'round', 'open', 'voters', 'results'].map(
		(field) => `poll.${field}`,
	),
	...['rounds', 'rounds.option', 'rounds.count', 'answer'].map((field) => `poll.results.${field}`),
	'items',
	'poll',
]
const pageFields = (at: string) => [
	...page.map((field) => `${at}.${field}`),
	...part.map((field) => `${at}.parts.${field}`),
]
const allowed = new Set([
	...['title', 'theme', 'state', 'page', 'zoom', 'pointer', 'timer', 'join'].map((field) => `view.view.${field}`),
	...['length', 'left', 'runningSince'].map((field) => `view.view.timer.${field}`),
	...pageFields('view.view.page'),
	...['type', 'view', 'pages'].map((field) => `view.${field}`),
	...['type', 'number', 'page'].map((field) => `page.${field}`),
	...pageFields('page.page'),
	...['type', 'now', 'votes', 'votes.slide', 'votes.round', 'votes.choice', 'revealed'].map(
		(field) => `joined.${field}`,
	),
	...pageFields('joined.revealed'),
	...['type', 'slide', 'round', 'choice'].map((field) => `voted.${field}`),
	...['type', 'why', 'sentence', 'next'].map((field) => `refused.${field}`),
])

/** Paths of all fields, lists passed through. */
function fieldsIn(value: unknown, at: string): string[] {
	if (Array.isArray(value)) return value.flatMap((each) => fieldsIn(each, at))
	if (typeof value !== 'object' || value === null) return []
	return Object.entries(value).flatMap(([name, each]) => [`${at}.${name}`, ...fieldsIn(each, `${at}.${name}`)])
}

describe('what followers are sent', () => {
	it('has the fields that it is meant to have, through a whole presentation', async () => {
		const listening = await startListener({ messages: { burst: 500, perSecond: 500 } })
		const room = await present(listening, slidesOfAllTypes())
		const device = await follow(listening.port)
		await room.act(
			{ type: 'timer', length: 60_000 },
			{ type: 'zoom', part: 0 },
			{ type: 'pointer', at: { x: 0, y: 0 } },
		)
		for (let step = 0; room.view().state !== 'ended'; step++) {
			await room.act({ type: 'next' })
			await room.act({ type: 'decide', how: step % 2 ? 'show' : 'cover' })
			const open = room.view().page?.parts.find((each) => each.type === 'poll')
			if (open?.type !== 'poll' || !open.poll.open) continue
			device.vote(room.view().page?.slide ?? '', open.poll.round, open.poll.options[0]?.id ?? '')
			device.vote(room.view().page?.slide ?? '', open.poll.round, 'unknown')
			await device.next('voted')
			await device.next('refused')
		}
		for (let number = 1; number <= 6; number++) device.send({ type: 'page', number })
		for (let number = 1; number <= 6; number++) await device.next('page')
		const back = await follow(listening.port, device.cookie)
		const sent = [...device.answers, ...back.answers]
		expect(new Set(sent.map(({ type }) => type))).toEqual(new Set(['joined', 'view', 'page', 'voted', 'refused']))
		expect(back.answers[0]).toMatchObject({ revealed: [{ step: 'reveal' }, { step: 'reveal' }] })
		const fields = sent.flatMap((answer) => fieldsIn(answer, answer.type))
		expect([...new Set(fields)].filter((field) => !allowed.has(field))).toEqual([])
		expect(JSON.stringify(sent)).not.toMatch(/NOTES-/)
	})

	it('leaves out whatever else a view may come to have', async () => {
		const listening = await startListener()
		const join = { url: 'http://a/', short: 'a', code: 'SECRET', qr: { size: 21, path: 'SECRET' } }
		const more = {
			title: 'A',
			theme: 'light',
			state: 'join',
			page: null,
			zoom: null,
			timer: null,
			pointer: { x: 0, y: 0 },
		}
		const view = { ...more, join, notes: 'SECRET' } as RoomView
		await listening.take({ type: 'view', view })
		const device = await follow(listening.port)
		expect(await device.next('view')).toEqual({
			type: 'view',
			view: { ...more, pointer: null, join: null },
			pages: [],
		})
	})
})

describe('ten thousand words', () => {
	it('become a tally that the contract lets through, with those said most often', () => {
		const ballots = makeBallots()
		const poll = {
			type: 'word' as const,
			question: '',
			options: [],
			round: 1 as const,
			open: true,
			voters: 0,
			results: null,
		}
		const view = { page: { slide: 'a', parts: [{ type: 'poll', poll }] } } as unknown as RoomView
		for (let device = 0; device < 10_000; device++)
			ballots.cast(
				`device ${device}`,
				{ slide: 'a', round: 1, choice: device % 100 ? `word ${device}` : 'often' },
				view,
			)
		const [count, ...others] = ballots.changed()
		expect(others).toEqual([])
		expect(count).toMatchObject({ slide: 'a', round: 1, voters: 10_000 })
		expect(count?.tally.length).toBe(500)
		expect(count?.tally[0]).toEqual({ option: 'often', count: 100 })
		expect(ballots.changed()).toEqual([])
	})
})
