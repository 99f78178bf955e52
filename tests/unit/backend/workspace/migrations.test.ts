/** Updates of the schema: each step once, in order, after a backup; a step that fails leaves what was there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listBackups } from '#backend/workspace/backups.ts'
import type * as Database from '#backend/workspace/database.ts'
import { versionOf } from '#backend/workspace/file.ts'
import { migrations as real } from '#backend/workspace/migrations.ts'
import { freshFolder } from '../../support/folder.ts'
import { usedFolder, visitTo, withDatabase } from '../../support/workspaces.ts'

const last = real.at(-1)?.version ?? 0
const step = (version: number, sql: string) => ({ version, sql })

beforeEach(() => {
	vi.resetModules()
})
afterEach(() => {
	vi.doUnmock('#backend/workspace/migrations.ts')
})

/** The program as a later version of it would be. */
async function laterVersion(...steps: { version: number; sql: string }[]) {
	const migrations = [...real, ...steps]
	vi.doMock('#backend/workspace/migrations.ts', () => ({ migrations, currentVersion: migrations.at(-1)?.version ?? 0 }))
	const { openDatabase } = await vi.importActual<typeof Database>('#backend/workspace/database.ts')
	const { Workspace } = await import('#backend/workspace/workspace.ts')
	return { openDatabase, Workspace }
}
const tables = (dataDir: string) =>
	withDatabase(dataDir, (database) =>
		database
			.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
			.all()
			.map(({ name }) => name),
	)

describe('the steps', () => {
	it('are numbered from 1 without gaps, and each makes the schema that a fresh workspace has', async () => {
		expect(real.map(({ version }) => version)).toEqual(real.map((_, index) => index + 1))
		const dataDir = await usedFolder()
		expect(withDatabase(dataDir, versionOf)).toBe(last)
		expect(tables(dataDir).filter((name) => !/_words_|^sqlite_/.test(String(name)))).toEqual([
			'annotation',
			'annotation_import',
			'annotation_other',
			'annotation_target',
			'annotation_words',
			'canonical_text',
			'card',
			'card_act',
			'card_note',
			'card_words',
			'classroom_result',
			'deck',
			'filled_in',
			'media',
			'note_type',
			'place_read',
			'presentation',
			'reader',
			'reading_position',
			'recent_search',
			'review',
			'setting',
			'slide_image',
			'template',
			'visit',
		])
		expect(listBackups(dataDir)).toEqual([])
	})

	it('that are missing run in order after one backup, and keep what is there', async () => {
		const dataDir = await usedFolder()
		const { Workspace } = await laterVersion(
			step(last + 1, 'CREATE TABLE one (x)'),
			step(last + 2, 'ALTER TABLE one RENAME TO two'),
		)
		const workspace = await Workspace.open(dataDir)
		expect(workspace.store.settings().theme).toBe('dark')
		await workspace.close()
		expect(tables(dataDir)).toContain('two')
		expect(withDatabase(dataDir, versionOf)).toBe(last + 2)
		expect(listBackups(dataDir)).toMatchObject([{ reason: 'migration', version: last }])
		await (await Workspace.open(dataDir)).close()
		expect(listBackups(dataDir)).toHaveLength(1)
	})

	it('that fail are undone; the backup stays, and the old version opens the data again', async () => {
		const dataDir = await usedFolder()
		const { Workspace } = await laterVersion(step(last + 1, 'CREATE TABLE one (x); INSERT INTO nowhere VALUES (1)'))
		await expect(Workspace.open(dataDir)).rejects.toMatchObject({ code: 'DAMAGED' })
		expect(tables(dataDir)).not.toContain('one')
		expect(withDatabase(dataDir, versionOf)).toBe(last)
		expect(listBackups(dataDir)).toMatchObject([{ reason: 'migration', version: last }])
	})

	it('are not run on data that is being opened for the first time by two at once', async () => {
		const dataDir = freshFolder()
		const { openDatabase } = await laterVersion(step(last + 1, 'CREATE TABLE one (x)'))
		const both = await Promise.all([openDatabase(dataDir), openDatabase(dataDir)])
		for (const database of both) {
			expect(versionOf(database)).toBe(last + 1)
			database.close()
		}
	})
})

describe('a backup from before an update', () => {
	it('is brought up to date when it is restored', async () => {
		const dataDir = await usedFolder()
		const { Workspace } = await laterVersion(step(last + 1, 'CREATE TABLE one (x)'))
		const workspace = await Workspace.open(dataDir)
		workspace.store.visit(visitTo('/later'))
		const [before] = workspace.backups()
		await workspace.restore(before?.name ?? '')
		expect(workspace.store.history(5).map(({ address }) => address)).toEqual(['/read/a'])
		await workspace.close()
		expect(withDatabase(dataDir, versionOf)).toBe(last + 1)
		expect(tables(dataDir)).toContain('one')
	})
})
