/** A backup put back: what was there is kept, and whatever cannot be restored changes nothing. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '#backend/workspace/file.ts'
import { currentVersion } from '#backend/workspace/migrations.ts'
import type { Workspace } from '#backend/workspace/workspace.ts'
import { noteTypes } from '#domain/cards/note-types.ts'
import { failureOf } from '../../support/failure.ts'
import { openWorkspace, usedFolder, visitTo } from '../../support/workspaces.ts'

const addresses = (workspace: Workspace) => workspace.store.history(20).map(({ address }) => address)
const backups = (dataDir: string) => join(dataDir, 'backups')

/** @returns a workspace with a backup of `/read/a`, and with `/later` visited since. */
async function withBackup() {
	const workspace = await openWorkspace(await usedFolder())
	for await (const _ of workspace.createBackup());
	workspace.store.visit(visitTo('/later'))
	const [backup] = workspace.backups()
	return { workspace, name: backup?.name ?? '' }
}

describe('a restore', () => {
	it('puts the data back, and the safety backup undoes it', async () => {
		const { workspace, name } = await withBackup()
		const safety = await workspace.restore(name)
		expect(safety).toMatchObject({ reason: 'restore', version: currentVersion })
		expect(addresses(workspace)).toEqual(['/read/a'])
		expect(workspace.store.settings().theme).toBe('dark')
		await workspace.restore(safety.name)
		expect(addresses(workspace).sort()).toEqual(['/later', '/read/a'])
	})

	it('leaves nothing of what was remembered of the cards', async () => {
		const { workspace, name } = await withBackup()
		const { types } = workspace.cards
		const { id } = types.shipped('cloze')
		await workspace.restore(name)
		const basic = types.shipped('basic')
		expect(basic.id).toBe(id)
		expect(types.byId(id).fields).toEqual(noteTypes.basic.fields)
	})

	it('is seen by another connection that is open, and kept when all have closed', async () => {
		const { workspace, name } = await withBackup()
		const other = await openWorkspace(workspace.dataDir)
		expect(addresses(other)).toHaveLength(2)
		await workspace.restore(name)
		expect(addresses(other)).toEqual(['/read/a'])
		other.store.visit(visitTo('/after'))
		expect(addresses(workspace)).toEqual(['/after', '/read/a'])
		await other.close()
		await workspace.close()
		expect(addresses(await openWorkspace(workspace.dataDir))).toEqual(['/after', '/read/a'])
	})

	it('waits for another program that is writing', async () => {
		const { workspace, name } = await withBackup()
		const writer = new DatabaseSync(databaseFile(workspace.dataDir))
		writer.exec('BEGIN IMMEDIATE')
		setTimeout(() => writer.exec('ROLLBACK'), 300)
		await workspace.restore(name)
		expect(addresses(workspace)).toEqual(['/read/a'])
		writer.close()
	}, 20_000)

	it('of the oldest safety backup does not rotate it away', async () => {
		const { workspace, name } = await withBackup()
		for (let i = 0; i < 5; i++) await workspace.restore(name)
		const oldest =
			workspace
				.backups()
				.filter(({ reason }) => reason === 'restore')
				.at(-1)?.name ?? ''
		await workspace.restore(oldest)
		expect(workspace.backups().map((backup) => backup.name)).toContain(oldest)
		expect(addresses(workspace)).toContain('/later')
	})
})

describe('what cannot be restored', () => {
	const damages: [string, (file: string, name: string) => void, string][] = [
		['a damaged one', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 4096, 8192)), 'DAMAGED'],
		['a truncated one', (file) => truncateSync(file, 5000), 'DAMAGED'],
		['an empty one', (file) => truncateSync(file), 'DAMAGED'],
		['a text file', (file) => writeFileSync(file, 'notes'), 'DAMAGED'],
		[
			'one of another program',
			(file) => {
				truncateSync(file)
				const other = new DatabaseSync(file)
				other.exec('CREATE TABLE album (x); PRAGMA user_version = 1')
				other.close()
			},
			'DAMAGED',
		],
		[
			'one of a newer Parallax',
			(file) => {
				const newer = new DatabaseSync(file)
				newer.exec(`PRAGMA user_version = ${currentVersion + 1}`)
				newer.close()
			},
			'TOO_NEW',
		],
	]
	it.each(damages)('changes nothing: %s', async (_, damage, code) => {
		const { workspace, name } = await withBackup()
		damage(join(backups(workspace.dataDir), name), name)
		const before = readdirSync(backups(workspace.dataDir))
		const failure = await failureOf(workspace.restore(name))
		expect(failure).toMatchObject({ code, message: expect.stringContaining(name) })
		expect(addresses(workspace).sort()).toEqual(['/later', '/read/a'])
		expect(readdirSync(backups(workspace.dataDir))).toEqual(before)
	})

	it.each([
		'',
		'nothing',
		'../parallax.sqlite',
		'../backups/NAME',
		'./NAME',
		'/etc/passwd',
		'NAME\0',
		'NAME/',
		'NAME.sqlite',
		'..\\NAME',
	])('is not looked for outside the folder: %j', async (template) => {
		const { workspace, name } = await withBackup()
		const asked = template.replace('NAME', name)
		expect(await failureOf(workspace.restore(asked))).toMatchObject({ code: 'NOT_FOUND' })
		expect(addresses(workspace)).toHaveLength(2)
	})
})
