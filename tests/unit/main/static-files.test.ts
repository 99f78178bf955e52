import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolveStaticFile } from '#backend/web/static-files.ts'

let folder: string
let root: string
let linked = false

beforeAll(() => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'parallax-static-')))
	root = join(folder, 'renderer')
	mkdirSync(join(root, 'assets'), { recursive: true })
	mkdirSync(join(folder, 'renderer-secret'))
	for (const file of ['renderer/index.html', 'renderer/assets/app.js', 'renderer/assets/a b.css', 'renderer/x.exe'])
		writeFileSync(join(folder, file), file)
	for (const file of ['secret.js', 'renderer-secret/x.js']) writeFileSync(join(folder, file), 'secret')
	try {
		symlinkSync(join(folder, 'secret.js'), join(root, 'assets/link.js'))
		linked = true
	} catch {
		// Windows lets only some accounts make links; the test says so.
	}
})
afterAll(() => rmSync(folder, { recursive: true }))

it('finds files with their types', async () => {
	expect(await resolveStaticFile(root, '/assets/app.js')).toEqual({
		path: join(root, 'assets/app.js'),
		type: 'text/javascript; charset=utf-8',
	})
	expect(await resolveStaticFile(root, '/assets/a%20b.css')).toMatchObject({ type: 'text/css; charset=utf-8' })
})

it('answers routes with the page', async () => {
	const index = { path: join(root, 'index.html'), type: 'text/html; charset=utf-8' }
	for (const path of ['/', '/index.html', '/compare/intimate-psychotherapy', '/assets', '//read//x'])
		expect(await resolveStaticFile(root, path), path).toEqual(index)
})

it('has nothing for what is not there, or not of our kinds', async () => {
	for (const path of ['/assets/none.js', '/none.html', '/x.exe', '/assets/app.js/x.js', '/.env', 'assets/app.js', ''])
		expect(await resolveStaticFile(root, path), path).toBeNull()
})

it('stays inside its folder', async () => {
	for (const path of [
		'/../secret.js',
		'/..%2fsecret.js',
		'/%2e%2e/secret.js',
		'/assets/../../secret.js',
		'/assets/..%5c..%5csecret.js',
		'/..%5csecret.js',
		'/../renderer-secret/x.js',
		'/%00/secret.js',
		'/C:/secret.js',
		'/assets/app.js%00.css',
		'/%',
		`/${encodeURIComponent(join(folder, 'secret.js'))}`,
	])
		expect(await resolveStaticFile(root, path), path).toBeNull()
})

it('follows no link out of its folder', async (context) => {
	if (!linked) return context.skip('this account may not make symbolic links')
	expect(await resolveStaticFile(root, '/assets/link.js')).toBeNull()
})

it('never names a file outside, whatever the path', async () => {
	const part = fc.constantFrom('..', '%2e%2e', '.', '/', '\\', '%2f', '%5c', 'assets', 'app.js', 'secret.js', 'x', '')
	await fc.assert(
		fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
			const found = await resolveStaticFile(root, `/${parts.join('/')}`)
			expect(found === null || found.path.startsWith(join(root, '/'))).toBe(true)
		}),
	)
})
