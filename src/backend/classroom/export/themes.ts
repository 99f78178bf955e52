/** The colours of a presentation: those of the program’s light and dark theme. */
import type { SlideTheme } from '#contract/classroom/presentations.ts'
import type { Role } from './boxes.ts'

export const themes: Record<SlideTheme, Record<Role, string>> = {
	light: {
		paper: 'FAF7F1',
		sheet: 'FFFDF9',
		ink: '211C15',
		soft: '5A5145',
		line: 'DED5C5',
		fiction: '86480A',
		fictionWash: 'FBEFDB',
		reality: '0B5C57',
		realityWash: 'E1F0EE',
		warn: '9B2C1F',
	},
	dark: {
		paper: '181613',
		sheet: '201D19',
		ink: 'ECE5D9',
		soft: 'B3A896',
		line: '3A342C',
		fiction: 'EAB062',
		fictionWash: '312514',
		reality: '74C7BF',
		realityWash: '142B29',
		warn: 'F09A86',
	},
}
