/** The journey in a browser: mark both sides, link, comment, undo, redo, restart, find again, export, read the files. */
import { readFileSync } from 'node:fs'
import { expectInPdf, expectInWord, walkTheJourney } from '../setup/annotation-journey.ts'
import { test } from '../setup/e2e.ts'

test.use({ own: 'named', contextOptions: { reducedMotion: 'reduce' } })

test('from the first mark to the essay', async ({ open, host }) => {
	test.slow()
	const page = await open()
	const files = await walkTheJourney({
		page,
		async restart() {
			await host.restart()
			await page.goto(host.url)
			return page
		},
		async saved(_format, press) {
			const [download] = await Promise.all([page.waitForEvent('download'), press()])
			return readFileSync(await download.path())
		},
	})
	await expectInWord(files.docx)
	await expectInPdf(files.pdf)
})
