/** What a reader has answered survives the end of the program, whatever ends it. */
import { expect, it } from 'vitest'
import { freshFolder } from '../../support/folder.ts'
import { expectWholeReviews, killWhileWriting } from '../../support/kills.ts'

it('keeps every acknowledged answer, and none by half, through five kills', { timeout: 120_000 }, async () => {
	const dataDir = freshFolder()
	let reviews = 0
	for (let round = 0; round < 5; round++) {
		reviews += await killWhileWriting(dataDir, round, 'reviews')
		expectWholeReviews(dataDir)
	}
	expect(reviews).toBeGreaterThan(0)
})
