/** Folders that cannot be used are not taken for damage, and a good one is made where there is none. */
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '#backend/workspace/file.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { openWorkspace, usedFolder, visitTo, withDatabase } from '../../support/workspaces.ts'

describe('a folder that cannot be used', () => {
	it.each<[string, (dataDir: string) => void]>([
		['a file in place of the folder', (dataDir) => writeFileSync(dataDir, 'x')],
		['a folder in place of the data file', (dataDir) => mkdirSync(databaseFile(dataDir), { recursive: true })],
	])('is not taken for damage: %s', async (_, make) => {
		const dataDir = join(freshFolder(), 'workspace')
		make(dataDir)
		expect(await failureOf(Workspace.open(dataDir))).toMatchObject({ code: 'UNAVAILABLE' })
	})

	it('is told where nothing may be written', async (context) => {
		const everywhere = process.platform === 'win32' || process.getuid?.() === 0
		context.skip(everywhere, 'root, and anyone on Windows, may write into a folder that is marked read-only')
		const dataDir = await usedFolder()
		chmodSync(databaseFile(dataDir), 0o400)
		chmodSync(dataDir, 0o500)
		try {
			expect(await failureOf(Workspace.open(dataDir))).toMatchObject({ code: 'UNAVAILABLE' })
		} finally {
			chmodSync(dataDir, 0o700)
		}
	})

	it('that another program holds is told to be busy, not damaged', async () => {
		const dataDir = await usedFolder()
		const other = new DatabaseSync(databaseFile(dataDir))
		other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
		try {
			expect(await failureOf(Workspace.open(dataDir))).toMatchObject({
				code: 'UNAVAILABLE',
				message: 'Another program is using the data file.',
			})
		} finally {
			other.close()
		}
	}, 30_000)
})

describe('a good workspace', () => {
	it('is made where there is none, for its owner alone', async () => {
		const dataDir = join(freshFolder(), 'deep', 'workspace')
		await openWorkspace(dataDir)
		expect(existsSync(databaseFile(dataDir))).toBe(true)
		if (process.platform !== 'win32') expect(statSync(dataDir).mode & 0o077).toBe(0)
	})

	it('writes ahead, checks foreign keys, and syncs every commit', async () => {
		const dataDir = freshFolder()
		const { store } = await openWorkspace(dataDir)
		store.visit(visitTo('/a'))
		expect(withDatabase(dataDir, (database) => database.prepare('PRAGMA journal_mode').get())).toEqual({
			journal_mode: 'wal',
		})
		expect(statSync(`${databaseFile(dataDir)}-wal`).size).toBeGreaterThan(0)
	})
})
