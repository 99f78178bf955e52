/** What every transport must carry: each method of the contract, answered as the contract says. */

import { describe, expect, it } from 'vitest'
import { ItemKind } from '#contract/library.ts'
import { exportedText, importFile } from '#contract/upload.ts'
import { defaultSettings } from '#contract/workspace.ts'
import { pageOf } from '#domain/annotations/file.ts'
import { hostDescription, useProgram } from './support/program.ts'
import { transports, wholeTransports } from './support/transports.ts'

const libraryRuns = [
	...transports.map((transport) => ({ name: transport.name, transport, inWorker: false })),
	...wholeTransports.map((transport) => ({
		name: `${transport.name}, library in a worker`,
		transport,
		inWorker: true,
	})),
]

describe.each(libraryRuns)('library and search ($name)', ({ transport, inWorker }) => {
	const program = useProgram(transport, inWorker)

	it('lists everything, and everything of one kind', async () => {
		const { library } = program().client
		const all = await library.list({})
		expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(ItemKind.options))
		const depictions = await library.list({ kind: 'depiction' })
		expect(depictions.map(({ id }) => id)).toEqual(['long-night-ending', 'morning-pages-nap'])
		expect(depictions[0]).toMatchObject({ work: 'the-long-night', medium: 'film', year: 1999, treatment: 'straight' })
	})

	it('shows an entry of each kind', async () => {
		const { library } = program().client
		for (const { id, kind } of await library.list({})) {
			const shown = await library.show({ id })
			expect([shown.kind, shown.item.id]).toEqual([kind, id])
		}
	})

	it('gives a document and a comparison with what stands around them', async () => {
		const { library } = program().client
		const document = await library.document({ id: 'sleep-article' })
		expect(document.references.map(({ id }) => id)).toEqual(['example-2010'])
		expect(document.comparisons).toEqual([{ id: 'one-night', title: 'One night of sleep' }])
		const comparison = await library.comparison({ id: 'one-night' })
		expect(comparison.documents.map(({ id }) => id)).toEqual(['one-night-cure', 'sleep-article'])
		expect(comparison.works).toHaveLength(2)
	})

	it('gives the text that selectors count in, and its hash', async () => {
		const { library } = program().client
		const { text, hash } = await library.text({ source: 'read/sleep-article' })
		const { blocks } = (await library.document({ id: 'sleep-article' })).document
		expect(text).toHaveLength(blocks.at(-1)?.end ?? 0)
		const { points } = (await library.comparison({ id: 'one-night' })).comparison
		const point = await library.text({ source: `compare/one-night/${points[0]?.id}` })
		expect(point.text.startsWith(`${points[0]?.claim}\n`)).toBe(true)
		expect((await library.text({ source: 'compare/one-night' })).text).toBe('')
		const sources = ['read/sleep-article', 'read/nothing', 'compare/one-night/nothing']
		expect(await library.hashes({ sources })).toEqual([{ source: 'read/sleep-article', hash }])
		await expect(library.text({ source: 'read/nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('names its packs', async () => {
		expect(await program().client.library.packs()).toMatchObject([
			{ id: 'small', version: '1.0.0', licence: 'CC-BY-4.0' },
		])
	})

	it('cites a passage with what stands behind it, and a point with both sides', async () => {
		const { citations, library } = program().client
		const { text } = await library.text({ source: 'read/sleep-article' })
		const exact = 'Keeping regular hours helps most people with lasting insomnia.'
		const start = text.indexOf(exact)
		const selector = { exact, prefix: '', suffix: '', start, end: start + exact.length }
		const cited = await citations.cite({ style: 'apa', passages: [{ source: 'read/sleep-article', selector }] })
		expect(cited.text.split('\n')).toEqual([
			'“Keeping regular hours helps most people with lasting insomnia” (Example, 2010; The Parallax authors, n.d., section ‘What helps’, para. 1).',
			'Example, C. (2010). A study of sleep. Journal of Examples, 1, 1–10. https://doi.org/10.5555/example.2010',
			'The Parallax authors. (n.d.). Sleep in the clinic. In A small pack (Version 1.0.0).',
		])
		expect(cited.html).toContain('<i>Journal of Examples</i>')
		expect(cited.lacks).toEqual([])
		const point = await citations.cite({ style: 'mla', passages: [{ source: 'compare/one-night/single-night' }] })
		expect(point.text.split('\n').slice(0, 2)).toEqual([
			'“One night of sleep ends insomnia” (The Parallax authors; The Long Night).',
			'“Insomnia eases over weeks of regular hours” (The Parallax authors; Example).',
		])
		expect(point.lacks.map(({ item, field }) => [item, field])).toEqual([['the-long-night', 'publisher']])
		await expect(citations.cite({ style: 'apa', passages: [{ source: 'read/nothing' }] })).rejects.toMatchObject({
			code: 'NOT_FOUND',
		})
		await expect(citations.cite({ style: 'apa', passages: [{ source: 'compare/one-night' }] })).rejects.toMatchObject({
			code: 'BAD_REQUEST',
		})
	})

	it('lists references in a style, and gives them as files', async () => {
		const { citations } = program().client
		const { text } = await citations.list({ style: 'harvard', ids: ['long-night-ending', 'example-2010'] })
		expect(text.split('\n')).toEqual([
			'Example, C. (2010) ‘A study of sleep’, Journal of Examples, 1, pp. 1–10. Available at: https://doi.org/10.5555/example.2010.',
			'The Long Night (1999) Directed by A. Example [Film].',
		])
		const file = await citations.file({ ids: ['one-night'], format: 'bib' })
		expect([file.references, file.mediaType]).toEqual([3, 'application/x-bibtex'])
		expect(file.content).toContain('@article{example-2010,')
		expect(JSON.parse((await citations.file({ format: 'csl-json' })).content)).toHaveLength(3)
		await expect(citations.file({ ids: ['nothing'], format: 'ris' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('finds passages on both sides', async () => {
		const { fiction, reality, found } = await program().client.search.query({ query: 'sleep', limit: 5 })
		expect(fiction.length).toBeGreaterThan(0)
		expect(reality.length).toBeGreaterThan(0)
		expect(found.fiction).toBeGreaterThanOrEqual(fiction.length)
		for (const { excerpt, marks } of [...fiction, ...reality]) {
			for (const [start, end] of marks) expect(excerpt.slice(start, end).toLowerCase()).toMatch(/^sle/)
		}
	})
})

describe.each(wholeTransports)('annotations ($name)', (transport) => {
	const program = useProgram(transport)

	/** The first words of a source's text, as a passage. */
	async function passageOf(source: string, length = 20) {
		const { text } = await program().client.library.text({ source })
		const exact = text.slice(0, length)
		return { source, selector: { exact, prefix: '', suffix: text.slice(length, length + 10), start: 0, end: length } }
	}
	const draft = { motivation: 'commenting', colour: 'green', comment: 'So they *say*.', tags: ['Grief'] } as const

	it('makes, lists and changes one, and tells of it', async () => {
		const { annotations, workspace } = program().client
		const target = await passageOf('read/sleep-article')
		const told = await workspace.changes()
		const first = told.next()
		const made = await annotations.create({ ...draft, tags: ['Grief'], targets: [target] })
		expect((await first).value).toEqual({ what: 'annotations', ids: [made.id] })
		await told.return?.()
		expect(made).toMatchObject({ ...draft, targets: [{ ...target, state: 'anchored' }] })
		const changed = await annotations.change({ id: made.id, comment: 'No.', colour: 'pink' })
		expect(changed).toEqual({ ...made, comment: 'No.', colour: 'pink', modified: changed.modified })
		expect(await annotations.list({ sources: ['read/sleep-article'] })).toEqual([changed])
		expect(await annotations.list({ sources: ['read/one-night-cure'] })).toEqual([])
		expect(await annotations.list({})).toEqual([changed])
		await annotations.remove({ ids: [made.id] })
	})

	it('links a point with a text, deletes the link, and brings it back', async () => {
		const { annotations, library } = program().client
		const points = (await library.comparison({ id: 'one-night' })).comparison.points
		const targets = [await passageOf('read/one-night-cure'), await passageOf(`compare/one-night/${points[0]?.id}`)]
		const made = await annotations.create({
			...draft,
			motivation: 'linking',
			relation: 'contradicts',
			tags: [],
			targets,
		})
		expect(await annotations.list({ sources: [targets[1]?.source ?? ''] })).toEqual([made])
		expect(await annotations.remove({ ids: [made.id, 'urn:nothing'] })).toEqual({ removed: 1 })
		expect(await annotations.list({})).toEqual([])
		expect(await annotations.restore({ ids: [made.id] })).toEqual([made])
		await annotations.remove({ ids: [made.id] })
		await expect(annotations.restore({ ids: ['urn:nothing'] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	it('refuses a quote that does not stand where it should, and settles nothing that is settled', async () => {
		const { annotations } = program().client
		const { source, selector } = await passageOf('read/sleep-article')
		const wrong = { source, selector: { ...selector, start: 1, end: selector.end + 1 } }
		const refused = annotations.create({ ...draft, tags: [], targets: [wrong] })
		await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST', defined: true })
		const made = await annotations.create({ ...draft, tags: [], targets: [{ source, selector }] })
		const settled = annotations.settle({ id: made.id, target: 0, how: 'detach' })
		await expect(settled).rejects.toMatchObject({ code: 'CONFLICT', defined: true })
		await annotations.remove({ ids: [made.id] })
	})

	it('finds words of notes, tags and quotes', async () => {
		const { annotations } = program().client
		const made = await annotations.create({ ...draft, comment: 'Über Träume', tags: ['Grief'], targets: [] })
		expect(await annotations.search({ query: 'uber grie', limit: 10 })).toEqual([made.id])
		expect(await annotations.search({ query: 'grie ', limit: 10 })).toEqual([])
		await annotations.remove({ ids: [made.id] })
		expect(await annotations.search({ query: 'grief', limit: 10 })).toEqual([])
	})

	it('exports them, and takes them in again', async () => {
		const { client } = program()
		const { annotations } = client
		const target = await passageOf('read/sleep-article')
		const made = await annotations.create({ ...draft, tags: ['Grief'], targets: [target] })
		const text = await exportedText(await annotations.export({ ids: [made.id] }))
		const nothing = { type: 'done', added: 0, changed: 0, unchanged: 1, elsewhere: 0, warnings: [] }
		expect(await importFile(client, text)).toEqual(nothing)
		await annotations.remove({ ids: [made.id] })
		const shares: number[] = []
		const dry = await importFile(client, text, { dryRun: true, told: (share) => shares.push(share) })
		expect([dry.added, shares[0], await annotations.list({})]).toEqual([1, 0, []])
		const { token, ...done } = await importFile(client, text)
		expect(done).toEqual(dry)
		expect(await annotations.list({})).toEqual([made])
		expect(await annotations.takeBack({ token: token ?? 0 })).toEqual({ annotations: 1 })
		expect(await annotations.list({})).toEqual([])
		expect(await annotations.takeBack({ token: token ?? 0, again: true })).toEqual({ annotations: 1 })
		await expect(annotations.takeBack({ token: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
		await annotations.remove({ ids: [made.id] })
	})

	it('takes nothing in of a file that has not arrived whole, or whose import is cancelled', async () => {
		const { annotations } = program().client
		const wrong = annotations.upload({ upload: 'late', at: 10, text: '…' })
		await expect(wrong).rejects.toMatchObject({ code: 'CONFLICT', defined: true })
		const missing = annotations.import({ upload: 'late' }).then((steps) => steps.next())
		await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
		const items = Array.from({ length: 2000 }, (_, number) => ({
			id: `urn:many:${number}`,
			type: 'Annotation',
			target: 'urn:a',
		}))
		await annotations.upload({ upload: 'many', at: 0, text: pageOf(items).slice(0, 150_000) })
		await annotations.upload({ upload: 'many', at: 150_000, text: pageOf(items).slice(150_000) })
		const stop = new AbortController()
		const steps = await annotations.import({ upload: 'many' }, { signal: stop.signal })
		await steps.next()
		stop.abort()
		await steps.return?.()
		expect(await annotations.list({})).toEqual([])
	})

	it('shows a notebook: narrowed, grouped, and by the words in it', async () => {
		const { annotations } = program().client
		const target = await passageOf('read/sleep-article')
		const mark = await annotations.create({ ...draft, tags: ['Grief'], targets: [target] })
		const free = await annotations.create({ ...draft, comment: 'Plans for spring', tags: [], targets: [] })
		const query = { by: 'tag', choice: {}, words: '' } as const
		const { groups, facets, ...counts } = await annotations.notebook(query)
		expect(groups).toEqual([
			{ key: 'Grief', ids: [mark.id] },
			{ key: '', ids: [free.id] },
		])
		expect(counts).toEqual({ total: 2, waiting: 0 })
		expect(facets.find(({ key }) => key === 'kind')?.values).toEqual([
			{ value: 'commenting', count: 1, chosen: false },
			{ value: 'free', count: 1, chosen: false },
		])
		const found = await annotations.notebook({
			...query,
			by: 'document',
			words: 'spri',
			choice: { kind: ['commenting'] },
		})
		expect(found.groups).toEqual([])
		const held = await annotations.notebook({ ...query, by: 'document', words: 'spri', also: mark.id })
		expect(held.groups.map(({ key }) => key)).toEqual(['read/sleep-article', ''])
		expect(await annotations.titles({ words: 'plans sp', limit: 5 })).toEqual([
			{ id: free.id, title: 'Plans for spring' },
		])
		expect((await annotations.titles({ words: '', limit: 1 }))[0]?.id).toBe(free.id)
		await annotations.remove({ ids: [mark.id, free.id] })
	})
})

describe.each(wholeTransports)('host ($name)', (transport) => {
	const program = useProgram(transport)

	it('describes itself', async () => {
		expect(await program().client.host.describe()).toEqual(hostDescription)
	})

	it('reports on itself without a word of the reader’s', async () => {
		const { client } = program()
		await client.workspace.history.visit({ address: '/read/private-matter', title: 'Private matter', kind: 'document' })
		const { report } = await client.host.diagnostics()
		expect(report).toContain('Parallax 1.2.3')
		expect(report).not.toMatch(/private.matter/i)
	})

	it('has a list of licences', async () => {
		expect(await program().client.host.notices()).toEqual([])
	})

	it('starts again when asked to', async () => {
		await program().client.host.restart()
		expect(program().acts).toEqual(['restart'])
	})
})

describe.each(wholeTransports)('data folder ($name)', (transport) => {
	const program = useProgram(transport)

	it('says where it is, and plans another place after a look at it', async () => {
		const { client, folder } = program()
		const { dataFolder } = client
		const before = await dataFolder.describe()
		expect(before).toMatchObject({
			path: `${folder}/workspace`,
			movable: true,
			planned: null,
			left: null,
			failed: null,
		})
		expect(before.bytes).toBeGreaterThan(0)
		const { path } = await dataFolder.choose()
		expect(path).toBe(`${folder}/chosen`)
		expect(await dataFolder.check({ path: path ?? '' })).toMatchObject({ path, how: 'move' })
		expect(await dataFolder.describe()).toEqual(before)
		expect(await dataFolder.change({ path: path ?? '' })).toMatchObject({ planned: { path, how: 'move' } })
		expect((await dataFolder.forget()).planned).toBeNull()
		await expect(dataFolder.check({ path: 'not/whole' })).rejects.toMatchObject({ code: 'BAD_REQUEST', defined: true })
	})

	it('opens it', async () => {
		const { client, folder, acts } = program()
		await client.dataFolder.open()
		expect(acts).toEqual([`open ${folder}/workspace`])
	})
})

describe.each(wholeTransports)('workspace ($name)', (transport) => {
	const program = useProgram(transport)

	it('keeps settings, changing the named ones alone', async () => {
		const { settings } = program().client.workspace
		expect(await settings.read()).toEqual(defaultSettings)
		expect(await settings.change({ theme: 'dark', lineSpacing: 2 })).toEqual({
			...defaultSettings,
			theme: 'dark',
			lineSpacing: 2,
		})
		expect((await settings.read()).theme).toBe('dark')
	})

	it('keeps reading positions', async () => {
		const { positions } = program().client.workspace
		expect(await positions.read({ pane: 'read/sleep-article' })).toBeNull()
		const before = Date.now()
		const saved = await positions.save({ pane: 'read/sleep-article', block: 'what-helps', fraction: 0.25 })
		expect(saved.at).toBeGreaterThanOrEqual(before)
		expect(await positions.read({ pane: 'read/sleep-article' })).toEqual(saved)
		expect(await positions.recent({ limit: 1 })).toEqual([saved])
	})

	it('keeps the history, clears it, and brings it back', async () => {
		const { history } = program().client.workspace
		const visit = await history.visit({
			address: '/compare/one-night?view=texts',
			title: 'One night',
			kind: 'comparison',
		})
		expect(await history.list({ limit: 10 })).toEqual([visit])
		const { token, cleared } = await history.clear()
		expect([cleared, await history.list({ limit: 10 })]).toEqual([1, []])
		expect(await history.restore({ token })).toEqual({ restored: 1 })
		expect(await history.list({ limit: 10 })).toEqual([visit])
	})

	it('keeps the searches, clears them, and brings them back', async () => {
		const { searches } = program().client.workspace
		const saved = await searches.save({ query: '"one night" grief' })
		expect(await searches.list({ limit: 5 })).toEqual([saved])
		const { token, cleared } = await searches.clear()
		expect([cleared, await searches.list({ limit: 5 })]).toEqual([1, []])
		expect(await searches.restore({ token })).toEqual({ restored: 1 })
		expect(await searches.list({ limit: 5 })).toEqual([saved])
	})

	it('keeps the places that the reader stayed at, and clears them with the history', async () => {
		const { history } = program().client.workspace
		const stay = (pane: string, block: string) => history.stay({ pane, section: 'what-helps', block })
		await stay('read/sleep-article', 'what-helps')
		const place = await stay('read/sleep-article', 'what-helps-1')
		await stay('read/one-night-cure', 'film')
		const panes = ['read/sleep-article', 'compare/one-night/sleep-article']
		expect(await history.places({ panes })).toEqual([place])
		const { token } = await history.clear()
		expect(await history.places({ panes })).toEqual([])
		await history.restore({ token })
		expect(await history.places({ panes })).toEqual([place])
	})

	it('makes a backup and goes back to it', async () => {
		const { settings, backups } = program().client.workspace
		await settings.change({ textSize: 120 })
		let made: { name: string } | undefined
		for await (const event of await backups.create()) if (event.type === 'done') made = event.backup
		expect(await backups.list()).toMatchObject([{ name: made?.name, reason: 'asked' }])
		await settings.change({ textSize: 200 })
		const safety = await backups.restore({ name: made?.name ?? '' })
		expect(safety.reason).toBe('restore')
		expect((await settings.read()).textSize).toBe(120)
		await backups.restore({ name: safety.name })
		expect((await settings.read()).textSize).toBe(200)
	})
})
