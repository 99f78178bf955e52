/** The program as hosts open it: one call, a typed client, and an end that leaves nothing behind. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { locateData } from '#backend/data-dir.ts'
import { openBackend } from '#backend/index.ts'
import { writeCompiled } from '#backend/packs/output.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { noCapabilities } from '#contract/host.ts'
import type { Change } from '#contract/workspace.ts'
import { compiledOf } from '../support/compiled.ts'
import { failureOf } from '../support/failure.ts'
import { freshFolder } from '../support/folder.ts'
import { fixturePacks } from '../support/pack.ts'
import { errorOf } from '../support/router.ts'
import { usedFolder } from '../support/workspaces.ts'

const { compiled, index } = compiledOf()
async function open(dataDir = freshFolder(), more: { noticesFile?: string } = {}) {
	const packsDir = freshFolder()
	await writeCompiled(packsDir, compiled, index)
	const reported: unknown[] = []
	const backend = await openBackend({
		dataDir,
		packsDir,
		packSources: [fixturePacks],
		host: { name: 'command-line', version: '1.2.3', capabilities: noCapabilities },
		report: (error) => reported.push(error),
		...more,
	})
	return { ...backend, reported }
}

describe('the program', () => {
	it('answers for the library and the workspace alike, and keeps what it is given', async () => {
		const dataDir = freshFolder()
		const first = await open(dataDir)
		expect(await first.client.library.packs()).toMatchObject([{ id: 'lighthouse' }])
		await first.client.workspace.settings.change({ theme: 'dark' })
		await first.client.workspace.history.visit({ address: '/read/a', title: 'A', kind: 'document' })
		await first.close()
		const second = await open(dataDir)
		expect(await second.client.workspace.settings.read()).toMatchObject({ theme: 'dark' })
		expect(await second.client.workspace.history.list({ limit: 5 })).toMatchObject([{ address: '/read/a' }])
		expect(second.reported).toEqual([])
		await second.close()
	})

	it('checks its own packs when none is named', async () => {
		const { client, close } = await open()
		let last: unknown
		for await (const event of await client.library.check({})) last = event
		expect(last).toEqual({ type: 'done', faults: [], packs: 1 })
		await close()
	})

	it('tells every window what another one changes', async () => {
		const { connect, client, close } = await open()
		const heard: Change[] = []
		const listening = Promise.withResolvers<void>()
		const connection = connect((text) => {
			const { t, p } = JSON.parse(text) as { t?: number; p: { d?: { json: Change } } }
			if (t === undefined) listening.resolve()
			if (p.d) heard.push(p.d.json)
		})
		connection.receive('{"i":"a","p":{"u":"/workspace/changes"}}')
		await listening.promise
		await client.workspace.settings.change({ textSize: 120 })
		await client.workspace.positions.save({ pane: 'read/a', block: 'b', fraction: 0 })
		await client.workspace.history.clear()
		await expect.poll(() => heard.map(({ what }) => what)).toEqual(['settings', 'positions', 'history'])
		connection.close()
		await close()
	})

	it('reports on itself without a word of what the reader wrote or read', async () => {
		const { client, close } = await open(await usedFolder())
		await client.workspace.history.visit({ address: '/read/private', title: 'A private title', kind: 'document' })
		const { report } = await client.host.diagnostics()
		expect(report).toContain('Parallax 1.2.3, command-line host')
		expect(report).toContain('Packs: lighthouse 1.2.3')
		expect(report).toContain('Rows in visit: 2')
		expect(report).not.toMatch(/private|\/read/)
		await close()
	})

	it('shows the licences made at build, or none', async () => {
		const noticesFile = join(freshFolder(), 'notices.json')
		const notice = { name: 'x', version: '1.0.0', licence: 'MIT', text: 'Text.' }
		writeFileSync(noticesFile, JSON.stringify([notice]))
		const withNotices = await open(freshFolder(), { noticesFile })
		expect(await withNotices.client.host.notices()).toEqual([notice])
		await withNotices.close()
		const without = await open()
		expect(await without.client.host.notices()).toEqual([])
		await without.close()
	})

	it('does not open on data that it cannot use, and can be tried again', async () => {
		const dataDir = await usedFolder()
		writeFileSync(databaseFile(dataDir), 'ruined')
		expect(await failureOf(open(dataDir))).toMatchObject({
			code: 'DAMAGED',
			next: expect.stringContaining('backup restore'),
		})
		expect(await failureOf(open(dataDir))).toMatchObject({ code: 'DAMAGED' })
	})

	it('refuses calls when it has been closed', async () => {
		const { client, close } = await open()
		await close()
		expect(await errorOf(client.host.describe())).toMatchObject({ code: 'UNAVAILABLE' })
	})
})

describe('the data folder', () => {
	it('is the one that PARALLAX_DATA names, else one of the system’s', () => {
		const before = process.env.PARALLAX_DATA
		try {
			process.env.PARALLAX_DATA = '/somewhere'
			expect(locateData().dataDir).toBe(resolve('/somewhere'))
			for (const none of ['', undefined]) {
				if (none === undefined) delete process.env.PARALLAX_DATA
				else process.env.PARALLAX_DATA = none
				expect(locateData().dataDir).toMatch(/Parallax.workspace$/i)
			}
		} finally {
			if (before !== undefined) process.env.PARALLAX_DATA = before
		}
	})
})
