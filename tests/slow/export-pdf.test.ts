/** A PDF as an installed browser prints it, read by pdftotext: quotes, notes, references, running heads. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exported, writeExport } from '#backend/export/index.ts'
import { printWithBrowser } from '#backend/export/print-with-browser.ts'
import type { ExportNote } from '#domain/export/input.ts'
import { host, input, notes } from '../unit/backend/export/sample.ts'

const lacks = spawnSync('pdftotext', ['-v']).error ? 'pdftotext is not installed' : undefined
if (lacks) console.warn(`Skipped: ${lacks}.`)

it.skipIf(lacks)('a printed PDF can be read', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'parallax-pdf-'))
	try {
		const file = join(folder, 'notes.pdf')
		const many = Array.from(
			{ length: 30 },
			(_, index): ExportNote => ({ ...(notes[0] as ExportNote), id: `n${index}` }),
		)
		const request = { input: { ...input, notes: many }, layout: 'notes', style: 'apa', format: 'pdf' } as const
		writeExport(file, await exported(request, { ...host, print: printWithBrowser }))
		const text = spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString()
		const pages = text.split('\f').filter((page) => page.trim())
		expect(pages.length).toBeGreaterThan(3)
		expect(text).toContain('The current is switched on & the man “is cured” <at once>. (Roe, 1975)')
		expect(text).toContain('anaesthesia')
		expect(text).toContain('Doe, J. (2019). Sessions and outcomes.')
		// The first page has the title; the others carry it at their head, and all are numbered.
		expect(pages[1]?.trimStart()).toMatch(/^My notes: “Shock” & <cure>/)
		expect(pages[1]).toMatch(new RegExp(`2 / ${pages.length}\\s*$`))
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
})
