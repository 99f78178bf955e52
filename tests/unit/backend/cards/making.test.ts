/** Cards made from what was read, and what becomes of them when the pack is updated. */
import { describe, expect, it } from 'vitest'
import { Staleness } from '#backend/cards/stale.ts'
import { Suggestions } from '#backend/cards/suggest.ts'
import { Library } from '#backend/library/library.ts'
import type { WorkerClient } from '#contract/index.ts'
import { annotationsOver, draft, passage } from '../../support/annotations.ts'
import { clockAt } from '../../support/cards.ts'
import { compiledOf } from '../../support/compiled.ts'
import { edited, lighthouse } from '../../support/pack.ts'
import { type OpenWorkspace, openWorkspace } from '../../support/workspaces.ts'

const now = clockAt('2026-11-22T09:00:00Z').now()
const read = 'read/sleepless-nights'
const told = 'read/one-good-night'

/** A workspace over the packs as they are given. */
function over(workspace: OpenWorkspace, files = lighthouse) {
	const packs = new Library()
	packs.add(compiledOf(files).compiled)
	const library: Partial<WorkerClient['library']> = {
		text: async ({ source }) => packs.text(source),
		hashes: async ({ sources }) => packs.hashes(sources),
		comparison: async ({ id }) => packs.comparisonView(id),
		document: async ({ id }) => packs.documentView(id),
	}
	const asked = library as WorkerClient['library']
	const annotations = annotationsOver(workspace, asked)
	const { notes, acts } = workspace.cards
	return {
		annotations,
		notes,
		text: (source: string) => packs.text(source).text,
		suggestions: new Suggestions(asked, annotations, notes),
		staleness: new Staleness(notes, acts, asked),
	}
}

describe('a point', () => {
	it('makes a card that sets its claim against verdict, finding and why, with the reference', async () => {
		const { suggestions } = over(await openWorkspace())
		const [card, ...more] = await suggestions.of({ from: 'point', comparison: 'dawn', point: 'single-night' })
		expect(more).toEqual([])
		expect(card).toMatchObject({
			type: 'contrast',
			deck: 'Dawn and the clinic',
			title: 'One night of sleep ends the insomnia.',
			fields: [
				'One night of sleep ends the insomnia.',
				'**Inaccurate.** The claim disagrees with the finding.',
				'Insomnia eases over weeks of regular hours.',
				'Regular hours were followed for six weeks. How long the effect lasts is less certain.',
				expect.stringMatching(/^Hart, .*2014/),
			],
			source: { source: 'compare/dawn/single-night' },
			same: [],
		})
	})

	it('that made a card already says so', async () => {
		const { suggestions, notes } = over(await openWorkspace())
		const origin = { from: 'point', comparison: 'dawn', point: 'single-night' } as const
		const [{ deck, title: _, same: __, ...card } = { deck: '', title: '', same: [] }] = await suggestions.of(origin)
		const [made] = notes.create(deck, [card as Parameters<typeof notes.create>[1][number]], now)
		expect(await suggestions.of(origin)).toMatchObject([{ same: [made?.id] }])
	})

	it('carries its content notes onto the card; a comparison makes a card of each point', async () => {
		const { suggestions } = over(await openWorkspace())
		const cards = await suggestions.of({ from: 'comparison', comparison: 'dawn' })
		expect(cards.length).toBeGreaterThan(1)
		expect(cards.find(({ title }) => title === 'Sleep ends grief.')?.contentNotes).toEqual(['death'])
	})

	it('that is not there any more is said to be gone', async () => {
		const { suggestions } = over(await openWorkspace())
		await expect(suggestions.of({ from: 'point', comparison: 'dawn', point: 'nowhere' })).rejects.toThrow(
			'This comparison has no such point any more.',
		)
	})
})

describe('a highlight', () => {
	it('makes a basic card and a cloze, with the section, the reference and a gap to begin with', async () => {
		const { annotations, suggestions, text } = over(await openWorkspace())
		const target = passage(read, text(read), 'Regular hours helped most people with lasting insomnia')
		const { id } = await annotations.create(
			draft({ motivation: 'highlighting', comment: '', tags: ['sleep hygiene'], targets: [target] }),
		)
		const [basic, cloze] = await suggestions.of({ from: 'annotation', id })
		expect(basic).toMatchObject({
			type: 'basic',
			deck: 'Sleepless nights',
			fields: ['What helps: what is known?', target.selector.exact, expect.stringContaining('2014')],
			tags: ['sleep-hygiene'],
			source: { source: read, annotation: id, selector: target.selector, wording: { Back: target.selector.exact } },
		})
		expect(cloze).toMatchObject({
			type: 'cloze',
			fields: ['Regular hours helped most people with lasting {{c1::insomnia}}', '', expect.any(String)],
		})
	})

	it('with a question asks that question', async () => {
		const { annotations, suggestions, text } = over(await openWorkspace())
		const targets = [passage(read, text(read), 'Treatment took six weeks on average')]
		const { id } = await annotations.create(
			draft({ motivation: 'questioning', comment: 'How long does it take?', targets }),
		)
		expect((await suggestions.of({ from: 'annotation', id }))[0]?.fields[0]).toBe('How long does it take?')
	})

	it('and a free note differ: that one stands on no passage', async () => {
		const { annotations, suggestions } = over(await openWorkspace())
		const { id } = await annotations.create(draft({ targets: [] }))
		await expect(suggestions.of({ from: 'annotation', id })).rejects.toThrow('This note stands on no passage.')
	})
})

describe('a link', () => {
	it('makes a card with fiction in front and the evidence behind, whichever was marked first', async () => {
		const { annotations, suggestions, text } = over(await openWorkspace())
		const reality = passage(read, text(read), 'Treatment took six weeks on average')
		const fiction = passage(told, text(told), text(told).slice(0, 30))
		const { id } = await annotations.create(
			draft({ motivation: 'linking', relation: 'contradicts', comment: 'Weeks.', targets: [reality, fiction] }),
		)
		const [card] = await suggestions.of({ from: 'annotation', id })
		expect(card).toMatchObject({
			type: 'contrast',
			source: { source: read, wording: { Finding: 'Treatment took six weeks on average' } },
		})
		expect(card?.fields.slice(1, 4)).toEqual([
			'**Contradicts** the evidence.',
			'Treatment took six weeks on average',
			'Weeks.',
		])
	})
})

describe('when the pack is updated', () => {
	const updated = edited(
		'comparisons/dawn.yaml',
		'Insomnia eases over weeks of regular hours.',
		'Insomnia eases over months of regular hours.',
	)

	async function pointCard() {
		const workspace = await openWorkspace()
		const before = over(workspace)
		const [{ deck, title: _, same: __, ...card } = { deck: '', title: '', same: [] }] = await before.suggestions.of({
			from: 'point',
			comparison: 'dawn',
			point: 'single-night',
		})
		const [made] = before.notes.create(deck, [card as Parameters<typeof before.notes.create>[1][number]], now)
		expect(await before.staleness.list()).toEqual([])
		return { ...over(workspace, updated), made }
	}

	it('a card whose point reads differently is stale, and has both wordings', async () => {
		const { staleness, made } = await pointCard()
		expect(await staleness.list()).toMatchObject([
			{
				id: made?.id,
				source: { wording: { Finding: 'Insomnia eases over weeks of regular hours.' } },
				stale: { Finding: 'Insomnia eases over months of regular hours.' },
			},
		])
	})

	it('the new wording can be taken, and that undone', async () => {
		const { staleness, notes, made } = await pointCard()
		const before = await staleness.list()
		const { note, token } = staleness.settle(made?.id ?? 0, 'take', now)
		expect(note.fields[2]).toBe('Insomnia eases over months of regular hours.')
		expect(await staleness.list()).toEqual([])
		notes.undo(token)
		expect(await staleness.list()).toEqual(before)
	})

	it('the old wording can be kept, and the card is not stale until the source changes again', async () => {
		const { staleness, made } = await pointCard()
		await staleness.list()
		const { note } = staleness.settle(made?.id ?? 0, 'keep', now)
		expect(note.fields).toEqual(made?.fields)
		expect(await staleness.list()).toEqual([])
	})

	it('a card from a passage that is gone says that nothing stands there', async () => {
		const workspace = await openWorkspace()
		const { annotations, suggestions, notes, staleness, text } = over(workspace)
		const targets = [passage(read, text(read), 'Treatment took six weeks on average')]
		const { id } = await annotations.create(draft({ motivation: 'highlighting', comment: '', targets }))
		const [{ deck, title: _, same: __, ...card } = { deck: '', title: '', same: [] }] = await suggestions.of({
			from: 'annotation',
			id,
		})
		notes.create(deck, [card as Parameters<typeof notes.create>[1][number]], now)
		expect(await staleness.list()).toEqual([])
		const gone = edited(
			'articles/sleepless-nights.md',
			'Treatment took six weeks on average, and one night settled nothing.',
			'Nobody has looked.',
		)
		expect(await over(workspace, gone).staleness.list()).toMatchObject([{ stale: { Back: '' } }])
	})
})
