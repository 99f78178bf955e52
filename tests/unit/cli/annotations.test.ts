import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommandLine } from './support.ts'

const line = useCommandLine()
const samples = join(import.meta.dirname, '..', '..', 'fixtures', 'annotations', 'many-forms.json')
const inFolder = (name: string) => join(line().folder, name)

describe('annotations', () => {
	it('says what an import would do, and does it', async () => {
		const dry = await line().run(['annotations', 'import', samples, '--dry-run'])
		expect(dry).toMatchObject({ code: 0, err: '' })
		expect(dry.out).toMatch(/^Would add 9 annotations, 0 changed, 0 as they were\. Nothing has been changed\.\n/)
		expect(await line().json('annotations', 'import', samples, '--dry-run')).toMatchObject({ added: 9, dryRun: true })
		const { out } = await line().run(['annotations', 'import', samples])
		expect(out).toMatch(/^Added 9 annotations, 0 changed, 0 as they were\.\n/)
		expect(out).toMatch(/targets outside Parallax are kept, but cannot be shown here\.\n/)
		expect(await line().json('annotations', 'import', samples)).toMatchObject({ added: 0, changed: 0, unchanged: 9 })
	})

	it('writes a file that can be taken in elsewhere, in one step', async () => {
		const file = inFolder('notes.jsonld')
		writeFileSync(file, 'old')
		const { code, out } = await line().run(['annotations', 'export', file])
		expect([code, out]).toEqual([0, `Wrote 9 annotations into ${file}.\n`])
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ type: 'AnnotationPage', items: { length: 9 } })
		expect(readdirSync(line().folder).filter((name) => name.startsWith('notes'))).toEqual(['notes.jsonld'])
		expect(await line().json('annotations', 'export', file)).toEqual({ file, exported: 9 })
		const marked = inFolder('marked.jsonld')
		writeFileSync(marked, `\uFEFF${readFileSync(file, 'utf8')}`)
		expect(await line().json('annotations', 'import', marked)).toMatchObject({ unchanged: 9 })
	})

	it('names the line and the reason of what is wrong, and changes nothing', async () => {
		const file = inFolder('wrong.jsonld')
		writeFileSync(file, readFileSync(samples, 'utf8').replace('"target": "https://example.com/page1"', '"target": 7'))
		const { code, out, err } = await line().run(['annotations', 'import', file])
		expect([code, out]).toEqual([1, ''])
		expect(err).toMatch(/^Line 12 \(items\[0\]\.target\): this must be an address.+ Mend the file and try again/)
	})

	it.each([
		[['annotations', 'import'], 2, /not complete/],
		[['annotations', 'import', 'a', 'b'], 2, /does not take/],
		[['annotations', 'export', 'a', '--dry-run'], 2, /--dry-run/],
		[['annotations', 'import', '/nowhere/at/all.json'], 1, /cannot be read/],
		[['annotations', 'export', '/nowhere/at/all.json'], 1, /cannot be written/],
	])('%j ends with %d', async (argv, code, said) => {
		expect(await line().run(argv)).toEqual({ code, out: '', err: expect.stringMatching(said) })
		expect(existsSync('/nowhere')).toBe(false)
	})
})
