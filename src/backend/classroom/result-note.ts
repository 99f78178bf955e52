/** Results as a note in the reader's notebook. */
import type { Annotation } from '#contract/annotations.ts'
import type { Result } from '#contract/classroom/classroom.ts'
import { resultNote } from '#domain/classroom/results.ts'
import type { Annotations } from '../annotations/annotations.ts'
import { isFailure } from '../failure.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

/** @param comparison that it is about, where there is one and the library has it still */
export async function writeResultNote(
	annotations: Pick<Annotations, 'create'>,
	result: Result,
	comparison: string | null,
): Promise<Annotation> {
	const draft = {
		motivation: 'commenting',
		colour: 'yellow',
		comment: resultNote(result, day.format(result.at)),
		tags: [],
	} as const
	const free = () => annotations.create({ ...draft, tags: [], targets: [] })
	if (comparison === null) return free()
	try {
		return await annotations.create({ ...draft, tags: [], targets: [{ source: `compare/${comparison}` }] })
	} catch (error) {
		if (!gone(error)) throw error
		return free()
	}
}

/** The library may answer from its own thread, or from here. */
const gone = (error: unknown) =>
	(isFailure(error) || error instanceof Error) && (error as { code?: unknown }).code === 'NOT_FOUND'
