import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exclusively } from '../../../build/lib/lock.ts'
import { inRoot } from '../../../build/lib/paths.ts'
import { stampOf } from '../../../build/lib/stamp.ts'

let top: string
beforeEach(() => {
	top = mkdtempSync(join(tmpdir(), 'parallax-ensure-'))
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

describe('the stamp of sources', () => {
	it('changes with what is added, removed, written or touched, and with nothing else', () => {
		mkdirSync(join(top, 'src/a'), { recursive: true })
		writeFileSync(join(top, 'src/a/x.ts'), '1')
		const stamps = [stampOf(top, ['src', 'lock'])]
		const note = () => stamps.push(stampOf(top, ['src', 'lock']))
		writeFileSync(join(top, 'src/a/y.ts'), '')
		note()
		writeFileSync(join(top, 'src/a/x.ts'), '12')
		note()
		utimesSync(join(top, 'src/a/x.ts'), 1, 1)
		note()
		writeFileSync(join(top, 'lock'), '')
		note()
		rmSync(join(top, 'src/a/y.ts'))
		note()
		expect(new Set(stamps).size).toBe(stamps.length)
		writeFileSync(join(top, 'elsewhere'), '')
		expect(stampOf(top, ['src', 'lock'])).toBe(stamps.at(-1))
	})
})

describe('the lock', () => {
	it('lets one in at a time, and says once that it waits', async () => {
		const file = join(top, 'lock.sqlite')
		const order: string[] = []
		const first = Promise.withResolvers<void>()
		const one = exclusively(
			file,
			() => first.promise.then(() => order.push('one')),
			() => order.push('never'),
		)
		const waits = Promise.withResolvers<void>()
		const two = exclusively(
			file,
			async () => order.push('two'),
			() => {
				order.push('waits')
				waits.resolve()
			},
		)
		await waits.promise
		first.resolve()
		await Promise.all([one, two])
		expect(order).toEqual(['waits', 'one', 'two'])
	})

	it('is let go of when its holder fails', async () => {
		const file = join(top, 'lock.sqlite')
		await expect(
			exclusively(
				file,
				() => Promise.reject(new Error('no')),
				() => {},
			),
		).rejects.toThrow('no')
		expect(
			await exclusively(
				file,
				async () => 'in',
				() => {},
			),
		).toBe('in')
	})

	it('is let go of when its holder is killed', async () => {
		const file = join(top, 'lock.sqlite')
		const lock = pathToFileURL(inRoot('build/lib/lock.ts')).href
		const hold = `import { exclusively } from '${lock}'
			await exclusively(${JSON.stringify(file)}, () => { console.log('in'); return new Promise((r) => setTimeout(r, 60_000)) }, () => {})`
		const holder = spawn(process.execPath, ['--input-type=module', '--eval', hold], {
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		await new Promise((resolve) => holder.stdout.once('data', resolve))
		let waited = false
		const waiting = exclusively(
			file,
			async () => 'in',
			() => {
				waited = true
				holder.kill('SIGKILL')
			},
		)
		expect(await waiting).toBe('in')
		expect(waited).toBe(true)
	})
})
