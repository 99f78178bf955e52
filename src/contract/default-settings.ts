/** The settings of a reader who has not changed any. Plain data: a window can use it without the schemas. */
import type { Settings } from './workspace.ts'

export const defaultSettings: Settings = {
	theme: 'system',
	textSize: 100,
	lineSpacing: 1.6,
	columnWidth: 66,
	letterSpacing: 0,
	ruler: false,
	rulerShape: 'band',
	rulerLines: 2,
	contentNotes: 'cover',
	spoilers: 'cover',
	syncScroll: true,
	singleKeys: true,
	citationStyle: 'apa',
	colourNames: {
		yellow: 'Worth noting',
		green: 'Evidence',
		blue: 'Definition',
		pink: 'Fiction’s claim',
		violet: 'Open question',
	},
	desiredRetention: 0.9,
	dayStart: 4,
	easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
	learningSteps: [1, 10],
	relearningSteps: [10],
	leechAfter: 8,
	noticeFirst: false,
	audienceDisplay: '',
	schedulingParameters: [],
}
