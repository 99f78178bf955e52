/** The journey in a browser: a highlight, its card, a comparison’s cards, ten reviews, a step back and a restart. */
import { walkTheCardJourney } from '../setup/card-journey.ts'
import { test } from '../setup/e2e.ts'

test.use({ own: 'named', contextOptions: { reducedMotion: 'reduce' } })

test('from the highlight to the tenth review', async ({ open, host }) => {
	test.slow()
	const page = await open()
	await walkTheCardJourney({
		page,
		async restart() {
			await host.restart()
			await page.goto(host.url)
			return page
		},
	})
})
