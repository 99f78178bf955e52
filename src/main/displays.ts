/** Displays as the presenter’s window lists them, and where its windows go on them. */
import type { Display } from '#contract/classroom/classroom.ts'
import { fitBounds, type Rectangle } from './window-bounds.ts'

/** What Electron says of a display. */
export interface Screen {
	id: number
	label: string
	bounds: Rectangle
	workArea: Rectangle
	scaleFactor: number
}

/** @param presenter id of the display that the presenter’s window stands on */
export const describeDisplays = (screens: readonly Screen[], presenter: number | undefined): Display[] =>
	screens.map(({ id, label, bounds, scaleFactor }, index) => ({
		id: String(id),
		label: label || `Display ${index + 1}`,
		width: Math.round(bounds.width * scaleFactor),
		height: Math.round(bounds.height * scaleFactor),
		presenter: id === presenter,
	}))

/**
 * @param wanted the id of a display, as it was chosen or remembered
 * @returns the display for the audience: the one that is wanted where it is there and is not the presenter’s, else another than the
 *   presenter’s; undefined where there is none
 */
export function displayForAudience<S extends Pick<Screen, 'id'>>(
	screens: readonly S[],
	presenter: number | undefined,
	wanted: string | undefined,
): S | undefined {
	const others = screens.filter(({ id }) => id !== presenter)
	return others.find(({ id }) => String(id) === wanted) ?? others[0]
}

/** @returns where a window stands on another display: as far from its corner as before, where it fits */
export function movedTo(bounds: Rectangle, from: Rectangle, to: Rectangle): Rectangle {
	return fitBounds({ ...bounds, x: bounds.x - from.x + to.x, y: bounds.y - from.y + to.y }, [to])
}
