/** How the layouts read. */
import type { exportLayouts } from '#contract/tokens.ts'

export type LayoutId = (typeof exportLayouts)[number]

const labels: Record<LayoutId, string> = {
	notes: 'Notes in order',
	paired: 'Fiction and evidence in pairs',
	text: 'Whole text with notes',
	depictions: 'Table of depictions',
}

export const layoutLabel = (layout: LayoutId): string => labels[layout]
