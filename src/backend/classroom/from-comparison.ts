/** A presentation of a comparison, for whoever names only that. */
import type { Presentation } from '#contract/classroom/presentations.ts'
import type { Client } from '#contract/index.ts'
import { makeSlides } from '#domain/classroom/making.ts'

/**
 * @param comparison its id
 * @returns the presentation made from it that was changed last; where there is none, one is made and kept
 * @throws NOT_FOUND when the library has no such comparison
 */
export async function presentationFrom(
	{ library, presentations }: Pick<Client, 'library' | 'presentations'>,
	comparison: string,
): Promise<Presentation> {
	const known = (await presentations.list()).find((each) => each.comparison === comparison && each.slides > 0)
	if (known) return presentations.show({ id: known.id })
	const view = await library.comparison({ id: comparison })
	const { title } = view.comparison
	return presentations.create({ title, comparison, theme: 'light', slides: makeSlides(view) })
}
