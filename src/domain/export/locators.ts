/** Where a passage stands: by section and paragraph, as there are no pages. */
import type { ExportPassage } from './input.ts'

type Place = Pick<ExportPassage, 'section' | 'paragraph'>

/** @returns `section ‘Risk’, para. 3`; nothing where neither is known. */
export const placeWords = ({ section, paragraph }: Place): string =>
	[section && `section ‘${section}’`, paragraph && `para. ${paragraph}`].filter(Boolean).join(', ')
