/** Every screen there is, and how to get there: for specs that look at all of them. The host is one whose data can be moved. */
import type { Page } from '@playwright/test'
import { everything, packageBytes, pixel } from '../setup/anki.ts'
import { makeStaleCard } from '../setup/cards.ts'
import { withClientOf } from '../setup/client.ts'
import { expect } from '../setup/e2e.ts'
import { articleId, makeNotebook, makeStale, passage } from '../setup/notes.ts'
import { endedWithVotes, makePresentation } from '../setup/slides.ts'
import { makeQuestions, question } from '../setup/study.ts'
import { article, comparison, pane, search, trope } from './places.ts'

interface Screen {
	name: string
	path: string
	/** What to do there until the screen shows what it is about. */
	act?: (page: Page) => Promise<unknown>
}

const searchFor = (words: string, answer: string) => async (page: Page) => {
	await page.keyboard.press('Control+k')
	await search(page).getByRole('searchbox').fill(words)
	await expect(search(page).getByRole('status')).toContainText(answer)
}

async function openAllEvidence(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Open all evidence' }).click()
	await page.getByRole('button', { name: 'Show: Antichrist' }).first().click()
	await page.locator('summary', { hasText: 'The depiction' }).first().click()
}

async function openReference(page: Page): Promise<void> {
	const citation = page.getByRole('button', { name: /^Reference: / }).first()
	await citation.click()
	await expect(page.getByRole('dialog', { name: 'Reference' })).toBeVisible()
}

async function openNotices(page: Page): Promise<void> {
	await page.getByText(/^Licences of everything inside/).click()
	await page.getByText(/^pinia .* MIT$/).click()
	await page.getByText('Report for a bug').click()
}

const exporting = (page: Page) => page.getByRole('dialog', { name: 'Export notes' })
/** What was there before is dimmed while the preview is laid out anew. */
const laidOut = (page: Page) =>
	expect(exporting(page).locator('.preview[aria-busy="false"]')).toBeVisible({ timeout: 30_000 })

/** Notes to look at, made once; the page follows. */
async function fillNotebook(page: Page): Promise<void> {
	await withClientOf(page, async (client) => {
		if (!(await client.annotations.recent({ limit: 1 })).length) await makeNotebook(client)
	})
	await expect(page.getByText('Mark a passage.')).toHaveCount(0)
}

/** Decks with levels, and cards of which the first is covered; made once. */
async function fillDecks(page: Page): Promise<void> {
	await withClientOf(page, async (client) => {
		if ((await client.cards.decks.list()).some(({ name }) => name === 'Trauma')) return
		await client.cards.notes.create({
			deck: 'Trauma',
			notes: [question('**Under** cover', '- One\n- Two', { contentNotes: ['suicide'] })],
		})
		await makeQuestions(client, 30, 'Trauma::EMDR')
	})
}

const studied = (page: Page, name: 'Front' | 'Back') => expect(page.getByRole('region', { name })).toBeFocused()

/** Two cards to look at, made once; the page follows. */
async function fillCards(page: Page): Promise<void> {
	await withClientOf(page, async (client) => {
		if ((await client.cards.decks.list()).length) return
		const note = (front: string) => ({ type: 'basic' as const, fields: [front, 'Trust'], tags: ['session'] })
		await client.cards.notes.create({ deck: 'Sleep', notes: [note('What helps?'), note('What harms?')] })
	})
}

/** A presentation, made once. @returns its id */
const fillPresentations = (page: Page): Promise<string> =>
	withClientOf(page, async (client) => {
		const [known] = await client.presentations.list()
		return known?.id ?? (await makePresentation(client)).id
	})
/** Goes to its editor. */
async function edit(page: Page): Promise<void> {
	const id = await fillPresentations(page)
	await page.goto(new URL(`/present/${id}`, page.url()).href)
	await expect(page.getByRole('listbox', { name: 'Slides' })).toBeVisible()
}

/** Presents it, at a step of one of its slides, and goes to the presenter view. */
async function present(page: Page, slide: number, step = 0): Promise<void> {
	const presentation = await fillPresentations(page)
	await withClientOf(page, async ({ classroom }) => {
		await classroom.start({ presentation })
		await classroom.act({ type: 'black', on: false })
		const { held } = await classroom.act({ type: 'go', slide, step })
		if (held) await classroom.act({ type: 'decide', how: 'show' })
	})
	await page.goto(new URL(`/present/${presentation}/live`, page.url()).href)
	await expect(page.getByRole('region', { name: 'What the room sees' })).toBeVisible()
}

export const screens: Screen[] = [
	{ name: 'home', path: '/', act: (page) => expect(page.getByRole('list')).not.toHaveCount(0) },
	{ name: 'library: comparisons', path: '/library' },
	{ name: 'library: depictions', path: '/library?kind=depiction' },
	{
		name: 'library: a finding followed',
		path: '/library?kind=depiction&finding=intimate-psychotherapy-and-sex-therapy%2Fone-night',
		act: (page) => expect(page.getByText('Contradicts the claim').first()).toBeVisible(),
	},
	{ name: 'library: references', path: '/library?kind=reference' },
	{
		name: 'library: nothing',
		path: '/library?words=zzz',
		act: (page) => expect(page.getByText('Nothing here')).toBeVisible(),
	},
	{ name: 'points closed', path: comparison },
	{ name: 'point open', path: `${comparison}?point=one-night` },
	{ name: 'points all open', path: comparison, act: openAllEvidence },
	{
		name: 'full texts',
		path: `${comparison}?view=texts`,
		act: async (page) => {
			await page.getByRole('navigation', { name: 'Rows' }).getByRole('button', { name: 'Law' }).click()
			await expect(pane(page, 'Fiction').locator('[data-current-row]')).toBeInViewport()
		},
	},
	{
		name: 'three texts side by side',
		path: '/beside?panes=intimate-psychotherapy,psychosexual-therapy,modern-ect&find=&find=law',
		act: (page) => expect(page.getByRole('searchbox', { name: /^Words to find/ })).toBeVisible(),
	},
	{
		name: 'two texts without points in common, one of them missing',
		path: '/beside?panes=modern-ect,no-such-text',
		act: (page) => expect(page.getByText('This text is not in the library.')).toBeVisible(),
	},
	{
		name: 'choosing a text',
		path: article,
		act: async (page) => {
			await page.getByRole('button', { name: 'Set beside…' }).click()
			await expect(page.getByRole('option')).not.toHaveCount(0)
		},
	},
	{
		name: 'matrix',
		path: `${comparison}?view=matrix`,
		act: (page) => page.locator('[data-cell]', { hasText: 'Contradicts the claim' }).first().click(),
	},
	{ name: 'trope', path: `${trope}?block=film&find=grief` },
	{ name: 'article', path: article, act: openReference },
	{
		name: 'article with the ruler and the reading menu',
		path: article,
		act: async (page) => {
			await page.getByRole('button', { name: 'How the text looks' }).click()
			await page.getByText('Window', { exact: true }).click()
			await expect(page.locator('.ruler .band')).toBeVisible()
		},
	},
	{
		name: 'the tools beside a sentence',
		path: article,
		act: async (page) => {
			await expect(page.locator('[data-start]').first()).toBeVisible()
			await page.keyboard.press('Alt+ArrowDown')
			await expect(page.getByRole('toolbar', { name: 'Mark the passage' })).toBeVisible()
		},
	},
	{
		name: 'where you were',
		path: trope,
		act: async (page) => {
			await page.getByRole('button', { name: 'Where you were' }).click()
			await expect(page.getByRole('dialog', { name: 'Where you were' })).toBeVisible()
		},
	},
	{ name: 'notes: none yet', path: '/notes', act: (page) => expect(page.getByText('Mark a passage.')).toBeVisible() },
	{
		name: 'notes',
		path: '/notes',
		act: async (page) => {
			await fillNotebook(page)
			await expect(page.getByRole('article').first()).toBeVisible()
		},
	},
	{
		name: 'notes: what waits',
		path: '/notes?state=review&state=orphan',
		act: async (page) => {
			await fillNotebook(page)
			await expect(page.getByRole('article')).toHaveCount(2)
		},
	},
	{
		name: 'notes: one being written',
		path: '/notes?kind=linking',
		act: async (page) => {
			await fillNotebook(page)
			await page.getByRole('button', { name: 'Edit' }).click()
			await page.keyboard.type(' [[intimate')
			await expect(page.getByRole('listbox').getByRole('option')).not.toHaveCount(0)
		},
	},
	{
		name: 'notes: nothing found',
		path: '/notes?words=zzz',
		act: async (page) => {
			await fillNotebook(page)
			await expect(page.getByText('None of your notes answers')).toBeVisible()
		},
	},
	{ name: 'cards: none yet', path: '/cards', act: (page) => expect(page.getByText('Cards come from')).toBeVisible() },
	{
		name: 'studying: no cards yet',
		path: '/cards/study',
		act: (page) => expect(page.getByRole('heading', { name: 'No cards yet' })).toBeVisible(),
	},
	{
		name: 'decks',
		path: '/cards',
		act: async (page) => {
			await fillDecks(page)
			await expect(page.getByRole('link', { name: 'Study Trauma::EMDR' })).toBeVisible()
		},
	},
	{
		name: 'settings of a deck, with the plan until its exam',
		path: '/cards',
		act: async (page) => {
			await fillDecks(page)
			await page.getByRole('button', { name: 'Settings of Trauma::EMDR' }).click()
			const exam = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
			await page.getByLabel('Exam date, if there is one').fill(exam)
			await expect(page.getByRole('dialog').locator('figure svg')).toBeVisible()
		},
	},
	{
		name: 'studying: a covered card',
		path: '/',
		act: async (page) => {
			await fillDecks(page)
			await page.goto(new URL('/cards/study', page.url()).href)
			await expect(page.getByRole('article', { name: 'Card, covered' })).toBeFocused()
		},
	},
	{
		name: 'studying: a question',
		path: '/',
		act: async (page) => {
			await fillDecks(page)
			await page.goto(new URL('/cards/study', page.url()).href)
			await expect(page.getByRole('article')).toBeFocused()
			await page.keyboard.press('Space')
			await studied(page, 'Front')
		},
	},
	{
		name: 'studying: its answer',
		path: '/',
		act: async (page) => {
			await fillDecks(page)
			await page.goto(new URL('/cards/study', page.url()).href)
			await expect(page.getByRole('article')).toBeFocused()
			await page.keyboard.press('Space')
			await studied(page, 'Front')
			await page.keyboard.press('Space')
			await studied(page, 'Back')
		},
	},
	{
		name: 'export: a page, and what references lack',
		path: comparison,
		act: async (page) => {
			await fillNotebook(page)
			await page.getByRole('button', { name: 'Export notes' }).click()
			await laidOut(page)
			await expect(exporting(page).locator('iframe').contentFrame().getByRole('heading', { level: 1 })).toBeVisible()
			await exporting(page).locator('summary').click()
		},
	},
	{
		name: 'export: a table',
		path: '/notes',
		act: async (page) => {
			await fillNotebook(page)
			await page.getByRole('button', { name: 'Export…' }).click()
			await exporting(page).getByRole('combobox', { name: 'Format' }).selectOption('csv')
			await expect(exporting(page).getByRole('row')).not.toHaveCount(0, { timeout: 30_000 })
			await laidOut(page)
		},
	},
	{
		name: 'export: nothing in it',
		path: '/read/modern-ect',
		act: async (page) => {
			await page.getByRole('button', { name: 'Export notes' }).click()
			await laidOut(page)
			await expect(exporting(page).getByText('There are no notes here yet.')).toBeVisible()
		},
	},
	{
		name: 'statistics of cards',
		path: '/cards/statistics',
		act: async (page) => {
			await withClientOf(page, async ({ cards }) => {
				if ((await cards.decks.list()).length) return
				const fields = ['What is shown?', 'What is known.']
				await cards.notes.create({ deck: 'Cards', notes: [{ type: 'basic', fields, tags: [], contentNotes: [] }] })
				const { next } = await cards.study.next({})
				await cards.study.answer({ card: next?.card ?? 0, rating: 'easy', reps: 0, took: 5000 })
			})
			await page.reload()
			const figures = page.getByRole('figure')
			await expect(figures.last().locator('svg').first()).toBeVisible({ timeout: 30_000 })
			await figures.first().getByRole('button', { name: 'Show as a table' }).click()
		},
	},
	{
		name: 'export templates',
		path: '/templates',
		act: async (page) => {
			await page.getByText('What can be written in a template').click()
			await expect(page.getByRole('group', { name: 'Preview' })).toContainText('Made-up notes')
			// What was opened is the last stop of the page.
			await page.getByRole('heading', { level: 1 }).focus()
		},
	},
	{
		name: 'export templates: one of the reader’s own, with faults',
		path: '/templates?id=paired',
		act: async (page) => {
			await page.getByRole('button', { name: 'Make a copy' }).click()
			await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
			await page.getByRole('textbox', { name: 'Text of the template' }).fill('# {{ titel }}\n\n{% fro %}')
			await expect(page.getByRole('list', { name: 'Faults' })).toBeVisible()
		},
	},
	{
		name: 'cards: what a file holds',
		path: '/cards',
		act: async (page) => {
			await page.getByRole('button', { name: 'Import…' }).click()
			const bytes = packageBytes(everything, 'collection.anki21b', { media: { 'pixel one.png': pixel } })
			const file = { name: 'trauma.apkg', mimeType: 'application/zip', buffer: Buffer.from(bytes) }
			await page.getByLabel(/^Choose/).setInputFiles(file)
			await expect(page.getByRole('button', { name: 'Import 2 notes' })).toBeFocused()
		},
	},
	{
		name: 'cards: a file that cannot be read',
		path: '/cards',
		act: async (page) => {
			await page.getByRole('button', { name: 'Import…' }).click()
			const file = { name: 'trauma.apkg', mimeType: 'application/zip', buffer: Buffer.from('no package') }
			await page.getByLabel(/^Choose/).setInputFiles(file)
			await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
		},
	},
	{
		name: 'cards: browsing, some chosen',
		path: '/cards/browse',
		act: async (page) => {
			await fillCards(page)
			await expect(page.getByRole('gridcell')).not.toHaveCount(0)
			await page.locator('[data-index="0"]').focus()
			await page.keyboard.press('Shift+ArrowDown')
			await expect(page.getByRole('complementary', { name: 'Card in focus' })).toBeVisible()
			// The table is the last stop of the page.
			await page.getByRole('heading', { level: 1 }).focus()
		},
	},
	{
		name: 'cards: nothing found',
		path: '/cards/browse?words=zzz',
		act: async (page) => {
			await fillCards(page)
			await expect(page.getByText('No card answers')).toBeVisible()
		},
	},
	{
		name: 'presentations: none yet',
		path: '/present',
		act: (page) => expect(page.getByText('A presentation takes a room')).toBeVisible(),
	},
	{
		name: 'results of presentations: none yet',
		path: '/present/results',
		act: (page) => expect(page.getByText('There are no results yet.')).toBeVisible(),
	},
	{
		name: 'presentations',
		path: '/present',
		act: async (page) => {
			await fillPresentations(page)
			await expect(page.getByRole('list', { name: 'Presentations' })).toBeVisible()
		},
	},
	{
		name: 'making a presentation of a comparison',
		path: comparison,
		act: async (page) => {
			await page.getByRole('button', { name: 'Make slides…' }).click()
			await page.getByRole('dialog').locator('summary').first().click()
		},
	},
	{
		name: 'a presentation being edited: a point at its reveal',
		path: '/present',
		act: async (page) => {
			await edit(page)
			await page.getByRole('option', { name: /Point/ }).first().click()
			await page.getByRole('button', { name: 'Show: the explanation' }).click()
			await page.getByText('Reveal', { exact: true }).first().click()
			await page.getByText(/^Content notes/).click()
			await page.getByRole('heading', { level: 1 }).focus()
		},
	},
	{
		name: 'a presentation being edited: what can be added',
		path: '/present',
		act: async (page) => {
			await edit(page)
			await page.getByRole('button', { name: 'Add a slide' }).click()
			await expect(page.getByRole('dialog', { name: 'Add a slide' })).toBeVisible()
		},
	},
	{
		name: 'results of presentations',
		path: '/present/results',
		act: async (page) => {
			const id = await fillPresentations(page)
			await withClientOf(page, (client) => endedWithVotes(client, id))
			await expect(page.locator('figure svg').first()).toBeVisible({ timeout: 30_000 })
			await page.getByRole('button', { name: 'Show as a table' }).first().click()
		},
	},
	{
		name: 'presenting: before the start',
		path: '/present',
		act: async (page) => {
			const id = await fillPresentations(page)
			await withClientOf(page, async ({ classroom }) => classroom.end().catch(() => null))
			await page.goto(new URL(`/present/${id}/live`, page.url()).href)
			await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
		},
	},
	{
		name: 'presenting: a vote',
		path: '/present',
		act: async (page) => {
			await present(page, 1, 1)
			await expect(page.getByText('Votes are being taken.')).toBeVisible()
		},
	},
	{
		name: 'presenting: all slides, and a timer',
		path: '/present',
		act: async (page) => {
			await present(page, 1, 4)
			await page.getByRole('button', { name: 'Timer of 5 minutes' }).click()
			await page.getByRole('button', { name: 'Slides', exact: true }).click()
		},
	},
	{
		name: 'presenting: devices follow, and what to do where they cannot',
		path: '/present',
		act: async (page) => {
			await present(page, 0)
			await page.getByRole('button', { name: 'Following' }).click()
			const begin = page.getByRole('button', { name: 'Try it on this computer' })
			const on = page.getByText(/devices? follows?\./)
			await expect(begin.or(on)).toBeVisible()
			if (await begin.isVisible()) await begin.click()
			await expect(on).toBeVisible()
			await page.getByRole('button', { name: 'When it does not work' }).click()
			await page.getByRole('heading', { level: 1 }).focus()
		},
	},
	{
		name: 'presenting: alone on one screen',
		path: '/present',
		act: async (page) => {
			await present(page, 1, 4)
			await page.goto(`${page.url()}?alone`)
			await expect(page.locator('.room-screen')).toBeVisible()
		},
	},
	{
		name: 'search: empty',
		path: '/',
		act: async (page) => {
			await page.keyboard.press('Control+k')
			await expect(search(page)).toBeVisible()
		},
	},
	{ name: 'search: an address', path: '/', act: searchFor('parallax://open/help', 'an address of Parallax') },
	{ name: 'search: results', path: '/', act: searchFor('trauma', 'in clinical reality') },
	{ name: 'search: nothing', path: '/', act: searchFor('zzzyx', 'Nothing found.') },
	{
		name: 'shortcuts',
		path: '/',
		act: async (page) => {
			await page.keyboard.press('?')
			await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
		},
	},
	{
		name: 'settings',
		path: '/settings',
		act: async (page) => {
			await expect(page.getByRole('region', { name: 'About' }).getByRole('listitem')).not.toHaveCount(0)
			await page.getByRole('region', { name: 'Cards' }).getByText('More', { exact: true }).click()
		},
	},
	{
		name: 'settings: going back to a backup',
		path: '/settings',
		async act(page) {
			await page.getByRole('button', { name: 'Back up now' }).click()
			await page
				.getByRole('button', { name: /^Restore the backup of / })
				.first()
				.click()
			await expect(page.getByRole('dialog', { name: 'Go back to this backup?' })).toBeVisible()
		},
	},
	{
		name: 'settings: moving the data',
		path: '/settings',
		async act(page) {
			await page.getByRole('button', { name: 'Move to another folder…' }).click()
			const dialog = page.getByRole('dialog', { name: 'Move your data' })
			await dialog.getByRole('textbox').fill('~/Elsewhere')
			await expect(dialog.getByRole('status')).toContainText('compares the copy')
		},
	},
	{
		name: 'settings: a folder that will not do',
		path: '/settings',
		async act(page) {
			await page.getByRole('button', { name: 'Move to another folder…' }).click()
			const dialog = page.getByRole('dialog', { name: 'Move your data' })
			await dialog.getByRole('textbox').fill('Elsewhere')
			await expect(dialog.getByRole('status')).toContainText('Write the whole path')
		},
	},
	{ name: 'help', path: '/help', act: openNotices },
	{ name: 'nothing of this name', path: '/compare/no-such-thing' },
	{ name: 'nothing at this address', path: '/nowhere/at/all' },
	{
		name: 'making a deck of a comparison',
		path: comparison,
		act: async (page) => {
			await page.getByRole('button', { name: 'Make a deck…' }).click()
			await expect(page.getByRole('dialog').getByRole('region', { name: 'Preview' }).getByRole('article')).toBeVisible()
		},
	},
	{
		name: 'adding a card by hand',
		path: '/cards',
		act: async (page) => {
			await page.getByRole('button', { name: 'Add a card' }).click()
			await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Front' })).toBeFocused()
		},
	},
	{
		name: 'a card whose source has changed',
		path: '/cards',
		act: async (page) => {
			await withClientOf(page, (client) => makeStaleCard(client, 'Nothing sexual is shown in the room.'))
			await page.getByRole('link', { name: /^Look at/ }).click()
			await expect(page.getByRole('region', { name: 'Back' })).toBeVisible()
		},
	},
	// These leave notes behind: the screens of the notebook want none, or their own.
	{
		name: 'a note being written, in the margin and beside its line',
		path: article,
		act: async (page) => {
			await expect(page.locator('[data-start]').first()).toBeVisible()
			await page.keyboard.press('.')
			await page.keyboard.press('.')
			await page.keyboard.press('n')
			await page.getByRole('textbox', { name: 'Comment, in Markdown' }).fill('Who says so?')
			await expect(page.getByRole('list', { name: 'Notes in this text', includeHidden: true })).toBeAttached()
		},
	},
	{
		name: 'a note on a point',
		path: comparison,
		act: async (page) => {
			await page
				.getByRole('button', { name: /^Notes? on Setting/ })
				.first()
				.click()
			await expect(page.getByRole('textbox', { name: 'Comment, in Markdown' }).first()).toBeVisible()
		},
	},
	{
		name: 'marks on the words of a point, and the tools',
		path: comparison,
		act: async (page) => {
			await expect(page.locator('[data-start]').first()).toBeVisible()
			await page.keyboard.press('.')
			await page.keyboard.press('2')
			await page.keyboard.press('.')
			await expect(page.getByRole('toolbar', { name: 'Mark the passage' })).toBeVisible()
		},
	},
	{
		name: 'a passage being selected anew',
		path: article,
		act: async (page) => {
			const id = await withClientOf(page, async (client) => {
				const targets = [await passage(client, articleId, 'helps people whose difficulty')]
				return makeStale(client, { targets }, 'helps people whose difficulty', 'Gulls wheel over a grey harbour.')
			})
			await page.goto(new URL(`${article}?reselect=${encodeURIComponent(id)}`, page.url()).href)
			await expect(page.getByRole('group', { name: 'Select the passage for this note' })).toBeVisible()
		},
	},
]

/** Opens a screen on a page that has been let in. */
export async function show(page: Page, { path, act }: Screen): Promise<void> {
	await page.goto(new URL(path, page.url()).href)
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	await act?.(page)
}
