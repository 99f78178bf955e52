import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeHostLock } from '#backend/host-lock.ts'
import { openBackend } from '#backend/index.ts'
import { noCapabilities } from '#contract/host.ts'
import type { Backup } from '#contract/workspace.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()

/** Opens the workspace as another host would. */
const openHost = () =>
	openBackend({
		dataDir: line().dataDir,
		packsDir: line().places.packsDir,
		host: {
			name: 'browser',
			version: '0',
			capabilities: noCapabilities,
		},
	})

async function textSize(): Promise<number> {
	const { client, close } = await openHost()
	const { textSize: found } = await client.workspace.settings.read()
	await close()
	return found
}

async function setTextSize(size: number): Promise<void> {
	const { client, close } = await openHost()
	await client.workspace.settings.change({ textSize: size })
	await close()
}

describe('backup', () => {
	it('says so when there is none', async () => {
		expect(await line().run(['backup', 'list'])).toMatchObject({
			code: 0,
			out: expect.stringContaining('no backups yet'),
		})
		expect(await line().json('backup', 'list')).toEqual([])
	})

	it('makes one, lists it, and goes back to it', async () => {
		await setTextSize(130)
		const made = (await line().json('backup', 'create')) as Backup
		expect(made).toMatchObject({ reason: 'asked', bytes: expect.any(Number) })
		await setTextSize(180)
		const { code, out, err } = await line().run(['backup', 'restore', made.name])
		expect([code, err]).toEqual([0, ''])
		expect(out).toContain(`Restored the backup ${made.name}.`)
		expect(await textSize()).toBe(130)
		const listed = (await line().json('backup', 'list')) as Backup[]
		const safety = listed.find(({ reason }) => reason === 'restore')
		expect(out).toContain(`kept in the backup ${safety?.name}`)
		expect(await line().json('backup', 'restore', safety?.name ?? '')).toMatchObject({ restored: safety?.name })
		expect(await textSize()).toBe(180)
	})

	it('reads well', async () => {
		const { out } = await line().run(['backup', 'create'], { watched: true })
		expect(out).toMatch(/^Made the backup parallax-\S+-asked\.sqlite \(\d+ kB\)\.\n$/)
		expect((await line().run(['backup', 'list'])).out).toMatch(
			/^parallax-\S+ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\d+ kB {2}made/m,
		)
	})

	it('works beside a running host', async () => {
		await setTextSize(110)
		const { client, close } = await openHost()
		const made = (await line().json('backup', 'create')) as Backup
		await client.workspace.settings.change({ textSize: 150 })
		await line().json('backup', 'restore', made.name)
		expect((await client.workspace.settings.read()).textSize).toBe(110)
		await close()
	})

	it.each(['nothing.sqlite', '../../x'])('does not know %s', async (name) => {
		const { code, out, err } = await line().run(['backup', 'restore', name])
		expect(err).toMatch(/^There is no backup called “.+”\. List the backups/)
		expect([code, out]).toEqual([1, ''])
	})

	it('brings a damaged data file back, unless a host is running', async () => {
		await setTextSize(140)
		const made = (await line().json('backup', 'create')) as Backup
		const file = join(line().dataDir, 'parallax.sqlite')
		writeFileSync(file, 'this is no database')
		expect(await line().run(['library', 'list'])).toMatchObject({
			code: 1,
			err: expect.stringContaining('backup restore'),
		})
		expect(await line().json('backup', 'list')).toContainEqual(made)

		const lock = await takeHostLock(line().dataDir, { kind: 'browser' }, () => {})
		expect(await line().run(['backup', 'restore', made.name])).toMatchObject({
			code: 1,
			err: expect.stringContaining('Close Parallax'),
		})
		if (lock.held) await lock.release()

		expect(await line().run(['backup', 'restore', made.name])).toMatchObject({ code: 0, err: '' })
		expect(await textSize()).toBe(140)
	})
})
