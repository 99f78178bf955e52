import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parseArguments, profileDir } from '../../../src/main/arguments.ts'

const parse = (...argv: string[]) => parseArguments(['electron', '.', ...argv], '/here')

it('reads the workspace folder in both spellings', () => {
	expect(parse('--data', 'mine').data).toBe(resolve('/here/mine'))
	expect(parse('--data=mine').data).toBe(resolve('/here/mine'))
	expect(parse('--data=a=b').data).toBe(resolve('/here/a=b'))
	expect(parse('--data', '/elsewhere', '--no-sandbox').data).toBe(resolve('/elsewhere'))
})

it('has none where none is named', () => {
	for (const argv of [[], ['--data'], ['--data='], ['--data', '--inspect'], ['--database', 'x']])
		expect(parse(...argv).data, argv.join(' ')).toBeUndefined()
})

it('takes the last one, as programs do', () => {
	expect(parse('--data', 'one', '--data=two').data).toBe(resolve('/here/two'))
})

it('keeps the profile in the workspace unless one is named', () => {
	expect(profileDir('/w', undefined)).toBe(join('/w', '.desktop'))
	expect(profileDir('/w', parse('--user-data-dir=/p').userDataDir)).toBe(resolve('/p'))
})
