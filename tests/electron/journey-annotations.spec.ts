/** The journey on the desktop: mark both sides, link, comment, undo, redo, restart, find again, export, read the files. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectInPdf, expectInWord, walkTheJourney } from '../setup/annotation-journey.ts'
import { expect, needsDesktop, test } from './launch.ts'

needsDesktop()

test('from the first mark to the essay', async ({ start, folder }) => {
	test.slow()
	const named = (format: string) => join(folder, `journey.${format}`)
	let desktop = await start()
	const files = await walkTheJourney({
		page: desktop.page,
		async restart() {
			expect(await desktop.quit()).toBe(0)
			desktop = await start({ files: [named('docx'), named('pdf')] })
			return desktop.page
		},
		async saved(format, press) {
			const file = named(format)
			await press()
			await expect.poll(() => existsSync(file) && readFileSync(file).length, { timeout: 60_000 }).toBeGreaterThan(0)
			return readFileSync(file)
		},
	})
	await expectInWord(files.docx)
	await expectInPdf(files.pdf)
})
