/** A backup put in place of data that does not open any more. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups } from '#backend/workspace/backups.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { restoreBackup } from '#backend/workspace/restore.ts'
import type { Workspace } from '#backend/workspace/workspace.ts'
import { failureOf } from '../../support/failure.ts'
import { hashOf, openWorkspace, usedFolder, visitTo, withDatabase } from '../../support/workspaces.ts'

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

describe('data that does not open any more', () => {
	it('is set aside whole, and the backup takes its place', async () => {
		const { workspace, name } = await withBackup()
		const { dataDir } = workspace
		await workspace.close()
		writeFileSync(databaseFile(dataDir), 'ruined')
		writeFileSync(`${databaseFile(dataDir)}-wal`, 'unfinished writes')
		const aside = await restoreBackup(undefined, dataDir, name)
		expect(readFileSync(join(backups(dataDir), aside.name), 'utf8')).toBe('ruined')
		expect(readFileSync(join(backups(dataDir), `${aside.name}-wal`), 'utf8')).toBe('unfinished writes')
		expect(aside).toMatchObject({ reason: 'restore', version: 0 })
		expect(addresses(await openWorkspace(dataDir))).toEqual(['/read/a'])
		expect(listBackups(dataDir).map((backup) => backup.name)).toContain(name)
	})

	it('stays where it is when the backup is no better', async () => {
		const { workspace, name } = await withBackup()
		const { dataDir } = workspace
		await workspace.close()
		for (const file of [databaseFile(dataDir), join(backups(dataDir), name)]) writeFileSync(file, 'ruined')
		const before = hashOf(databaseFile(dataDir))
		expect(await failureOf(restoreBackup(undefined, dataDir, name))).toMatchObject({ code: 'DAMAGED' })
		expect(hashOf(databaseFile(dataDir))).toBe(before)
		expect(readdirSync(backups(dataDir))).toEqual([name])
	})

	it('may be missing altogether', async () => {
		const { workspace, name } = await withBackup()
		const fresh = join(await usedFolder(), 'other')
		mkdirSync(backups(fresh), { recursive: true })
		copyFileSync(join(backups(workspace.dataDir), name), join(backups(fresh), name))
		expect(await restoreBackup(undefined, fresh, name)).toMatchObject({ bytes: 0 })
		expect(existsSync(databaseFile(fresh))).toBe(true)
		expect(withDatabase(fresh, (database) => database.prepare('SELECT address FROM visit').all())).toEqual([
			{ address: '/read/a' },
		])
	})
})
