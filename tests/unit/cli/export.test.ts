import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useCommandLine } from './support.ts'

const line = useCommandLine()
const inFolder = (name: string) => join(line().folder, name)
const samples = join(import.meta.dirname, '..', '..', 'fixtures', 'annotations', 'many-forms.json')

describe('notes export', () => {
	it('with a template in a file', async () => {
		await line().run(['annotations', 'import', samples])
		const [template, out] = [inFolder('mine.liquid'), inFolder('mine.md')]
		writeFileSync(template, '## There are {{ notes | size }}.\n')
		const ran = await line().run(['notes', 'export', '--format', 'md', '--out', out, '--template', template])
		expect(ran).toMatchObject({ code: 0, err: '' })
		expect(readFileSync(out, 'utf8')).toMatch(/^# .+\n\n### There are \d+\.\n/)
	})

	it('with one that ships, by its id or its title', async () => {
		const out = inFolder('shipped.md')
		for (const name of ['depictions', 'Table of depictions']) {
			expect(await line().run(['notes', 'export', '--format', 'md', '--out', out, '--template', name])).toMatchObject({
				code: 0,
			})
			expect(readFileSync(out, 'utf8')).toContain('| Work | Year |')
		}
	})

	it('names the faults of a file by line, and writes nothing', async () => {
		const [template, out] = [inFolder('wrong.liquid'), inFolder('wrong.md')]
		writeFileSync(template, '{{ titel }}\n\n{{ dat }}\n')
		const {
			code,
			out: said,
			err,
		} = await line().run(['notes', 'export', '--format', 'md', '--out', out, '--template', template])
		expect([code, said]).toEqual([1, ''])
		expect(err.split('\n')).toEqual([
			`${template}:1:4  There is nothing called “titel” here. Did you mean “title”?`,
			`${template}:3:4  There is nothing called “dat” here. Did you mean “date”?`,
			'',
		])
		expect(() => readFileSync(out)).toThrow()
	})

	it('says so where there is no such template', async () => {
		const { code, err } = await line().run([
			'notes',
			'export',
			'--format',
			'md',
			'--out',
			inFolder('x.md'),
			'--template',
			'none',
		])
		expect([code, err]).toEqual([
			1,
			expect.stringMatching(/^There is no template called “none”.+notes, paired, text, depictions/),
		])
	})
})
