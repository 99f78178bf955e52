/** Writing as a whole: progress, cancelling, printing, and a file that is there or is not. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exported, writeExport } from '#backend/export/index.ts'
import { toPdf } from '#backend/export/pdf.ts'
import { browserPlaces, printWithBrowser } from '#backend/export/print-with-browser.ts'
import type { ExportNote } from '#domain/export/input.ts'
import { host, input, made, notes } from './sample.ts'

let folder: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'parallax-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const request = { input, layout: 'notes', style: 'apa', format: 'md' } as const

describe('a file', () => {
	it('is replaced whole, with nothing left beside it', async () => {
		const file = join(folder, 'essay.md')
		writeFileSync(file, 'old')
		writeExport(file, await exported(request, host))
		expect(readFileSync(file, 'utf8')).toContain('# My notes')
		expect(readdirSync(folder)).toEqual(['essay.md'])
	})

	it('that cannot be written is a failure that says so', () => {
		const file = join(folder, 'missing', 'essay.md')
		expect(() => writeExport(file, 'new')).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
		expect(readdirSync(folder)).toEqual([])
	})
})

describe('a long export', () => {
	const many: ExportNote[] = Array.from({ length: 300 }, (_, index) => ({
		...(notes[1] as ExportNote),
		id: `n${index}`,
	}))

	it('says how far it is and can be cancelled', async () => {
		const cancel = new AbortController()
		const shares: number[] = []
		const cancelled = made(
			'docx',
			{ input: { ...input, notes: many } },
			{
				signal: cancel.signal,
				onProgress: (share) => {
					shares.push(share)
					if (share > 0) cancel.abort()
				},
			},
		)
		await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
		expect(shares).toEqual([0, 0.5])
	})

	it('that was cancelled before it began does nothing', async () =>
		await expect(made('csv', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' }))
})

describe('printing', () => {
	const surroundings = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') => ({ env, platform })

	it('takes what the printer gives, if it is a PDF', async () => {
		const bytes = Buffer.from('%PDF-1.7 …')
		expect(await toPdf('<p>', async () => bytes)).toBe(bytes)
		await expect(toPdf('<p>', async () => Buffer.from('<html>'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
	})

	it('says what to do where there is no browser', async () => {
		// A folder is no program, and the places after it are of a system that this is not.
		const nowhere = surroundings({ PARALLAX_BROWSER: join(folder, 'none') }, 'darwin')
		await expect(printWithBrowser('<p>', undefined, nowhere)).rejects.toMatchObject({
			code: 'UNAVAILABLE',
			next: /PARALLAX_BROWSER.*HTML/,
		})
	})

	it('says so when the browser fails, and leaves nothing behind', async () => {
		const broken = surroundings({ PARALLAX_BROWSER: process.execPath })
		await expect(printWithBrowser('<p>', undefined, broken)).rejects.toMatchObject({
			code: 'UNAVAILABLE',
			message: 'The browser could not print the document.',
		})
	})

	it('looks first where PARALLAX_BROWSER says, then where each system has browsers', () => {
		expect(browserPlaces(surroundings({ PARALLAX_BROWSER: '/my/browser', PATH: '/opt/bin' })).slice(0, 2)).toEqual([
			'/my/browser',
			join('/opt/bin', 'chromium'),
		])
		expect(browserPlaces(surroundings({ PROGRAMFILES: 'C:\\Program Files' }, 'win32'))).toContain(
			'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
		)
		expect(browserPlaces(surroundings({}, 'darwin'))[0]).toMatch(/^\/Applications\/Google Chrome\.app/)
	})
})
