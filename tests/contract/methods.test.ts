/** What every transport must carry: each method of the contract, answered as the contract says. */
import { describe, expect, it } from 'vitest'
import { ItemKind } from '#contract/library.ts'
import { defaultSettings } from '#contract/workspace.ts'
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

	it('names its packs', async () => {
		expect(await program().client.library.packs()).toMatchObject([
			{ id: 'small', version: '1.0.0', licence: 'CC-BY-4.0' },
		])
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
