/** The journey on the desktop: a highlight, its card, a comparison’s cards, ten reviews, a step back and a restart. */
import { walkTheCardJourney } from '../setup/card-journey.ts'
import { expect, needsDesktop, test } from './launch.ts'

needsDesktop()

test('from the highlight to the tenth review', async ({ start }) => {
	test.slow()
	const desktop = await start()
	await walkTheCardJourney({
		page: desktop.page,
		async restart() {
			expect(await desktop.quit()).toBe(0)
			return (await start()).page
		},
	})
})
