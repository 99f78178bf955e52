import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../../build/lib/paths.ts'
import { completeLock, missingIn, type PackageLock, targetOf } from '../../../build/lock/complete.ts'

describe('package-lock.json', () => {
	it('has every optional package, for every system: npm ci refuses it otherwise (npm run lock adds them)', () => {
		expect(missingIn(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as PackageLock)).toEqual([])
	})
})

describe('a lock file that lacks packages for other systems', () => {
	const tool = { version: '1.2.3', dev: true, license: 'MIT' }
	const lock = (): PackageLock => ({
		packages: {
			'node_modules/tool': {
				...tool,
				optionalDependencies: { 'tool-linux-x64-musl': '1.2.3', 'tool-win32-x64': '1.2.3' },
			},
			'node_modules/tool-win32-x64': { version: '1.2.3' },
		},
	})

	it('is told from a complete one', () => {
		expect(missingIn(lock())).toEqual(['tool-linux-x64-musl'])
	})

	it('is completed, in order, and only where something is missing', () => {
		const completed = lock()
		expect(completeLock(completed)).toEqual(['tool-linux-x64-musl@1.2.3'])
		expect(Object.keys(completed.packages)).toEqual([
			'node_modules/tool',
			'node_modules/tool-linux-x64-musl',
			'node_modules/tool-win32-x64',
		])
		expect(completed.packages['node_modules/tool-linux-x64-musl']).toEqual({
			...tool,
			cpu: ['x64'],
			libc: ['musl'],
			os: ['linux'],
			optional: true,
		})
		expect(completeLock(completed)).toEqual([])
	})

	it('is left alone for what no system can be told from, or that has no exact version', () => {
		const odd = {
			'node_modules/tool': { ...tool, optionalDependencies: { fsevents: '2.3.3', 'x-linux-x64': '^1.0.0' } },
		}
		expect(completeLock({ packages: odd })).toEqual([])
	})
})

describe('the system in a name', () => {
	it.each([
		['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
		['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
		['@oxc-parser/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
		['fsevents', undefined],
	])('%s', (name, target) => expect(targetOf(name)).toEqual(target))
})
