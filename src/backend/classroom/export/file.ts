/** What the file of a presentation is called. */
import type { Presentation, PresentationFormat } from '#contract/classroom/presentations.ts'
import { fileName } from '../../export/file-name.ts'

/** @returns its name, with its ending, and what it is */
export function fileOf({ title }: Pick<Presentation, 'title'>, format: PresentationFormat) {
	const called = format === 'handout' ? `${title} (handout)` : title
	return format === 'pptx'
		? {
				name: fileName(called, 'pptx', 'Presentation'),
				mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
			}
		: { name: fileName(called, 'pdf', 'Presentation'), mediaType: 'application/pdf' }
}
