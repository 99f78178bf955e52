/** Backups that nobody asks for: once a day, the last ones kept, half-made ones cleared away. */
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backUpDaily, listBackups } from '#backend/workspace/backups.ts'
import { openDatabase } from '#backend/workspace/database.ts'
import { usedFolder } from '../../support/workspaces.ts'

const day = 24 * 60 * 60 * 1000
const folder = (dataDir: string) => join(dataDir, 'backups')

describe('by themselves', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['Date'] })
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	it('backups are made once a day, and the last seven are kept beside all that were asked for', async () => {
		const dataDir = await usedFolder()
		const database = await openDatabase(dataDir)
		const start = Date.UTC(2026, 0, 1, 8)
		for (let hours = 0; hours < 24 * 12; hours += 8) {
			vi.setSystemTime(start + hours * 3600_000)
			await backUpDaily(database, dataDir)
		}
		database.close()
		const made = listBackups(dataDir)
		expect(made.map(({ reason }) => reason)).toEqual(Array(7).fill('scheduled'))
		const gaps = made.slice(1).map(({ at }, i) => (made[i]?.at ?? 0) - at)
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(day)
		expect(made[0]?.at).toBeGreaterThan(start + 10 * day)
	})

	it('none is missed because the clock was once set wrong', async () => {
		const dataDir = await usedFolder()
		const database = await openDatabase(dataDir)
		vi.setSystemTime(Date.UTC(2036, 0, 1))
		await backUpDaily(database, dataDir)
		vi.setSystemTime(Date.UTC(2026, 0, 1))
		await backUpDaily(database, dataDir)
		database.close()
		expect(listBackups(dataDir)).toHaveLength(2)
	})

	it('copies that were cut short are cleared away after a day', async () => {
		const dataDir = await usedFolder()
		mkdirSync(folder(dataDir))
		const [old, young] = ['old', 'young'].map((name) => join(folder(dataDir), `.parallax-${name}-asked.sqlite.1`))
		for (const path of [old, young]) writeFileSync(path ?? '', 'half')
		utimesSync(old ?? '', new Date(Date.now() - 2 * day), new Date(Date.now() - 2 * day))
		const database = await openDatabase(dataDir)
		await backUpDaily(database, dataDir)
		database.close()
		expect([old, young].map((path) => existsSync(path ?? ''))).toEqual([false, true])
	})
})
