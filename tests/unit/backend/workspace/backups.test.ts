/** Backups: made while the data is in use, listed, rotated, and each a file that stands alone. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { listBackups } from '#backend/workspace/backups.ts'
import { currentVersion } from '#backend/workspace/migrations.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { Backup, type BackupProgress } from '#contract/workspace.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { openWorkspace, visitTo } from '../../support/workspaces.ts'

const backup = async (workspace: Workspace): Promise<BackupProgress[]> => {
	const events: BackupProgress[] = []
	for await (const event of workspace.createBackup()) events.push(event)
	return events
}
const folder = (dataDir: string) => join(dataDir, 'backups')

describe('a backup', () => {
	it('reports its progress, ends with its name, and is the newest of the list', async () => {
		const workspace = await openWorkspace()
		const long = 'x'.repeat(380)
		for (let i = 0; i < 3000; i++) workspace.store.savePosition({ pane: `${i}/${long}`, block: 'b', fraction: 0 })
		const first = (await backup(workspace)).at(-1)
		const events = await backup(workspace)
		const last = events.at(-1)
		expect(events.length).toBeGreaterThan(1)
		expect(events.slice(0, -1).every((event) => event.type === 'progress' && event.done <= event.total)).toBe(true)
		const list = workspace.backups()
		expect(list).toHaveLength(2)
		expect([last, first]).toEqual(list.map((entry) => ({ type: 'done', backup: entry })))
		expect(Backup.safeParse(list[0]).error).toBeUndefined()
		expect(list[0]).toMatchObject({ reason: 'asked', version: currentVersion })
		expect(Math.abs((list[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000)
	}, 30_000)

	it('is one file with everything in it, also when it is looked at', async () => {
		const workspace = await openWorkspace()
		workspace.store.visit(visitTo('/a'))
		await backup(workspace)
		const [only] = workspace.backups()
		const copy = new DatabaseSync(join(folder(workspace.dataDir), only?.name ?? ''), { readOnly: true })
		expect(copy.prepare('SELECT address FROM visit').all()).toEqual([{ address: '/a' }])
		copy.close()
		expect(readdirSync(folder(workspace.dataDir))).toEqual([only?.name])
		expect(only?.bytes).toBeGreaterThan(4096)
	})

	it('can be written to while it is made, and is finished before the workspace closes', async () => {
		const dataDir = freshFolder()
		const workspace = await Workspace.open(dataDir)
		for (let i = 0; i < 2000; i++) workspace.store.savePosition({ pane: `read/${i}`, block: 'b', fraction: 0 })
		const made = workspace.createBackup()
		await made.next()
		workspace.store.visit(visitTo('/during'))
		workspace.startChores((error) => expect(error).toBeUndefined())
		await workspace.close()
		expect(
			listBackups(dataDir)
				.map(({ reason }) => reason)
				.sort(),
		).toEqual(['asked', 'scheduled'])
		expect(readdirSync(folder(dataDir)).filter((name) => name.startsWith('.'))).toEqual([])
	}, 30_000)

	it('that cannot be written fails with what to do, and leaves nothing half made', async () => {
		const workspace = await openWorkspace()
		writeFileSync(folder(workspace.dataDir), 'a file in place of the folder')
		await expect(backup(workspace)).rejects.toThrow()
		workspace.store.visit(visitTo('/still-works'))
	})
})

describe('the list', () => {
	it('is empty where there is no folder, and passes over what is not a backup', async () => {
		const dataDir = freshFolder()
		expect(listBackups(dataDir)).toEqual([])
		mkdirSync(folder(dataDir))
		for (const name of [
			'notes.txt',
			'parallax-asked.sqlite',
			'.parallax-20261122T101500123Z-asked.sqlite.7',
			'parallax-20269999T999999999Z-asked.sqlite',
		])
			writeFileSync(join(folder(dataDir), name), 'x')
		expect(listBackups(dataDir)).toEqual([])
		writeFileSync(join(folder(dataDir), 'parallax-20261122T101500123Z-asked.sqlite'), 'not a database')
		expect(listBackups(dataDir)).toEqual([
			{
				name: 'parallax-20261122T101500123Z-asked.sqlite',
				at: Date.UTC(2026, 10, 22, 10, 15, 0, 123),
				bytes: 14,
				reason: 'asked',
				version: 0,
			},
		])
	})
})

it('a backup that nobody waits for any more is told so', async () => {
	const workspace = await openWorkspace()
	const steps = workspace.createBackup(AbortSignal.abort())
	const all = async () => {
		for await (const _ of steps);
	}
	expect(await failureOf(all())).toMatchObject({ code: 'CANCELLED' })
})
