/** Packs on disk: folders read, checked with progress, compiled packs written whole and read back. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkPacks } from '#backend/packs/check.ts'
import { packFoldersAt, readPackFiles } from '#backend/packs/files.ts'
import { compiledPacks, readIndex, readPack, writeCompiled } from '#backend/packs/output.ts'
import { compiledOf } from '../../support/compiled.ts'
import { failureOf } from '../../support/failure.ts'
import { freshFolder } from '../../support/folder.ts'
import { fixturePacks, lighthouse } from '../../support/pack.ts'

let folder = ''
beforeEach(() => {
	folder = freshFolder()
})
const everything = async <T>(events: AsyncIterable<T>) => {
	const list: T[] = []
	for await (const event of events) list.push(event)
	return list
}

describe('a pack folder', () => {
	it('is read as its text files, hidden ones and folders of other names passed over', async () => {
		for (const [path, text] of lighthouse) {
			mkdirSync(join(folder, path, '..'), { recursive: true })
			writeFileSync(join(folder, path), text)
		}
		mkdirSync(join(folder, 'images'))
		writeFileSync(join(folder, 'images', 'x.md'), 'x')
		writeFileSync(join(folder, 'articles', '.draft.md.swp'), 'x')
		expect(new Map(await readPackFiles(folder))).toEqual(new Map(lighthouse))
	})

	it('is found where it is, or right below', async () => {
		expect(await packFoldersAt(join(fixturePacks, 'lighthouse'))).toEqual([join(fixturePacks, 'lighthouse')])
		expect(await packFoldersAt(fixturePacks)).toEqual([join(fixturePacks, 'lighthouse')])
		expect(await packFoldersAt(join(fixturePacks, 'broken'))).toEqual([join(fixturePacks, 'broken', 'every-fault')])
		expect(await packFoldersAt(join(folder, 'nowhere'))).toEqual([])
	})

	it('that is not there, is no pack, or is too large, is refused with what to do', async () => {
		expect(await failureOf(readPackFiles(join(folder, 'nowhere')))).toMatchObject({ code: 'NOT_FOUND' })
		expect(await failureOf(readPackFiles(folder))).toMatchObject({
			code: 'NOT_FOUND',
			next: expect.stringMatching(/pack\.yaml/),
		})
		writeFileSync(join(folder, 'pack.yaml'), 'x'.repeat(4_000_001))
		expect(await failureOf(readPackFiles(folder))).toMatchObject({ code: 'TOO_LARGE' })
	})
})

describe('library check', () => {
	it('reports each file in turn, then every fault under its path from here', async () => {
		const events = await everything(checkPacks([fixturePacks, join(fixturePacks, 'broken', 'every-fault')]))
		const last = events.at(-1)
		expect(last).toMatchObject({ type: 'done', packs: 2 })
		const steps = events.slice(0, -1).flatMap((event) => (event.type === 'progress' ? [event] : []))
		expect(steps).toHaveLength(events.length - 1)
		expect(steps.map(({ file }) => file)).toContain(join(fixturePacks, 'lighthouse', 'tropes', 'one-good-night.md'))
		for (const { done, total } of steps) expect(done).toBeLessThanOrEqual(total)
		const faults = last?.type === 'done' ? last.faults : []
		expect(faults.length).toBeGreaterThan(10)
		for (const { file } of faults) expect(file).toMatch(/^tests.fixtures.packs.broken.every-fault./)
	})

	it('of a folder without a pack fails, and so does one that is cancelled', async () => {
		expect(await failureOf(everything(checkPacks([folder])))).toMatchObject({ code: 'NOT_FOUND' })
		const stop = AbortSignal.abort()
		expect(await failureOf(everything(checkPacks([fixturePacks], stop)))).toMatchObject({ code: 'CANCELLED' })
	})
})

describe('compiled packs', () => {
	const { compiled, index } = compiledOf()

	it('are written whole and read back', async () => {
		await writeCompiled(folder, compiled, index)
		await writeCompiled(folder, compiled, index)
		expect(readdirSync(folder).sort()).toEqual(['lighthouse.index.json', 'lighthouse.json'])
		expect(await compiledPacks(folder)).toEqual(['lighthouse'])
		expect(await readPack(folder, 'lighthouse')).toEqual(compiled)
		expect(await readIndex(folder, 'lighthouse')).toEqual(index)
	})

	it('that are missing, of another format or damaged are told so', async () => {
		expect(await failureOf(compiledPacks(folder))).toMatchObject({ code: 'UNAVAILABLE' })
		await writeCompiled(folder, { ...compiled, format: 0 }, index)
		expect(await failureOf(readPack(folder, 'lighthouse'))).toMatchObject({
			code: 'DAMAGED',
			message: expect.stringContaining('another version'),
		})
		writeFileSync(join(folder, 'lighthouse.json'), '{"format":')
		expect(await failureOf(readPack(folder, 'lighthouse'))).toMatchObject({
			code: 'DAMAGED',
			next: 'Install the pack again.',
		})
	})
})
