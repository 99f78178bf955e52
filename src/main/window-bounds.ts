/** Where the window may stand: what was remembered, corrected for the screens that there are now. */

export interface Rectangle {
	x: number
	y: number
	width: number
	height: number
}

export const smallestSize = { width: 480, height: 360 }
const firstSize = { width: 1280, height: 800 }

/**
 * @param saved the remembered place, if any
 * @param areas the screens' work areas, the primary one first; they don't overlap
 * @returns `saved` itself where all of it can be seen; else moved into the screen that shows most of it, and made smaller where
 *   that screen is; centred on the primary screen where none shows it
 */
export function fitBounds(saved: Rectangle | null, areas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
	const wanted = saved && {
		...saved,
		width: Math.max(saved.width, smallestSize.width),
		height: Math.max(saved.height, smallestSize.height),
	}
	if (!wanted) return centre(firstSize, areas[0])
	const shown = areas.map((area) => overlap(wanted, area))
	if (shown.reduce((sum, part) => sum + part, 0) === wanted.width * wanted.height) return wanted
	const most = Math.max(...shown)
	const area = areas[shown.indexOf(most)]
	return most > 0 && area ? moveInto(wanted, area) : centre(wanted, areas[0])
}

function overlap(a: Rectangle, b: Rectangle): number {
	const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
	const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
	return width > 0 && height > 0 ? width * height : 0
}

function moveInto(wanted: Rectangle, area: Rectangle): Rectangle {
	const width = Math.min(wanted.width, area.width)
	const height = Math.min(wanted.height, area.height)
	return {
		x: Math.min(Math.max(wanted.x, area.x), area.x + area.width - width),
		y: Math.min(Math.max(wanted.y, area.y), area.y + area.height - height),
		width,
		height,
	}
}

function centre(size: { width: number; height: number }, area: Rectangle): Rectangle {
	const width = Math.min(size.width, area.width)
	const height = Math.min(size.height, area.height)
	return {
		x: area.x + Math.floor((area.width - width) / 2),
		y: area.y + Math.floor((area.height - height) / 2),
		width,
		height,
	}
}
