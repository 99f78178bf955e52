/** What was planned for the data folder, carried out at the next start. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type DataPlace, locateData } from '#backend/data-dir.ts'
import { DataFolderService } from '#backend/data-folder/service.ts'
import { settleData } from '#backend/data-folder/settle.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { type Home, makeHome, nextStart } from '../../support/data-folders.ts'
import { failureOf } from '../../support/failure.ts'
import { openWorkspace, visitTo } from '../../support/workspaces.ts'

const service = ({ dataDir, note }: DataPlace) => new DataFolderService(dataDir, note, {})
async function start(home: Home) {
	const said: string[] = []
	const place = await settleData(locateData(undefined, home.note), 'browser', (sentence) => said.push(sentence))
	return { said, place, folder: service(place).describe() }
}

it('moves at the start, gives the old folder another name, and says where it is', async () => {
	const home = await makeHome()
	const before = service(locateData(undefined, home.note))
	expect(before.change(home.to)).toMatchObject({ path: home.from, planned: { path: home.to, how: 'move' } })
	expect(existsSync(home.to)).toBe(false)
	const { said, folder } = await start(home)
	expect(said).toEqual([`Parallax moves its data to ${home.to}. This may take a moment.`])
	expect(folder).toMatchObject({ path: home.to, planned: null, failed: null })
	expect(folder.left).toMatch(/workspace \(moved \d{4}-\d\d-\d\d\)$/)
	expect(existsSync(home.from)).toBe(false)
	expect(await nextStart(home.note)).toMatchObject({ dataDir: home.to, visits: 3 })
	rmSync(folder.left ?? '', { recursive: true })
	expect((await start(home)).folder.left).toBeNull()
})

it('uses a workspace that is there, and leaves the other one as it is', async () => {
	const home = await makeHome()
	const other = await openWorkspace(home.to)
	other.store.visit(visitTo('/there'))
	await other.close()
	expect(service(locateData(undefined, home.note)).change(home.to).planned).toEqual({ path: home.to, how: 'use' })
	expect((await start(home)).folder).toMatchObject({ path: home.to, left: null })
	await (await Workspace.open(home.from, home.note)).close()
	service(locateData(undefined, home.note)).change(home.from)
	expect((await start(home)).folder.path).toBe(home.from)
	expect(await nextStart(home.note)).toMatchObject({ visits: 3 })
})

it('says what has come between, stays, and does not try again by itself', async () => {
	const home = await makeHome()
	service(locateData(undefined, home.note)).change(home.to)
	mkdirSync(join(home.to, '..'))
	writeFileSync(home.to, 'a file in the way')
	const { said, place, folder } = await start(home)
	expect(said.join(' ')).toContain('The data was not moved.')
	expect(folder).toMatchObject({
		path: home.from,
		planned: null,
		failed: { path: home.to, sentence: expect.any(String) },
	})
	expect((await start(home)).said).toEqual([])
	expect(service(place).forget().failed).toBeNull()
	expect(existsSync(home.note.file)).toBe(false)
})

it('leaves everything to a host that runs in the folder', async () => {
	const home = await makeHome()
	service(locateData(undefined, home.note)).change(home.to)
	const lock = await takeHostLock(home.from, { kind: 'desktop' }, () => {})
	const { said, folder } = await start(home)
	expect(said).toEqual([])
	expect(folder).toMatchObject({ path: home.from, planned: { path: home.to } })
	if (lock.held) await lock.release()
})

it('can be taken back before', async () => {
	const home = await makeHome()
	service(locateData(undefined, home.note)).change(home.to)
	expect(service(locateData(undefined, home.note)).forget().planned).toBeNull()
	expect((await start(home)).folder.path).toBe(home.from)
})

it('is not for a folder that was named', async () => {
	const { from, to, note } = await makeHome()
	const place = locateData(from, note)
	expect(service(place).describe()).toMatchObject({ path: from, movable: false, planned: null })
	for (const act of [() => service(place).check(to), () => service(place).change(to), () => service(place).forget()])
		expect(await failureOf(act)).toMatchObject({ code: 'CONFLICT' })
	for (const act of [service(place).choose(), service(place).open()])
		expect(await failureOf(act)).toMatchObject({ code: 'UNAVAILABLE' })
})
