/** Which part of a slide stands where. Whatever is compared stands in three columns: fiction, what is said of it, reality. */
import type { SlidePassage } from '#contract/classroom/presentations.ts'
import type { Part, RoomPage } from '#contract/classroom/room.ts'

type Passage = Omit<SlidePassage, 'contentNotes'>
export interface Placed<P> {
	part: P
	/** Its place among the page's parts: what `zoom` names. */
	place: number
}
export type Pane = { type: 'pane'; side: 'fiction' | 'reality'; passage: Passage }
export interface Layout {
	/** `alone`: one statement that fills the stage. `stack`: one below the other. `compared`: claim, verdict, finding. */
	kind: 'alone' | 'stack' | 'compared'
	zoomed: boolean
	/** In reading order: what is said in short, what it rests on, the rest. */
	first: Placed<Part>[]
	columns: { name: 'left' | 'middle' | 'right'; parts: Placed<Part | Pane>[] }[]
	last: Placed<Part>[]
}

const inShort: ReadonlySet<Part['type']> = new Set(['claim', 'verdict', 'finding'])

/** @param zoom the part that stands alone, if one does */
export function laidOut({ parts }: Pick<RoomPage, 'parts'>, zoom: number | null): Layout {
	const all = parts.map((part, place) => ({ part, place }))
	const enlarged = zoom === null ? undefined : all[zoom]
	if (enlarged) {
		const pair = enlarged.part.type === 'pair'
		return pair
			? { ...columned([enlarged]), kind: 'stack', zoomed: true }
			: { kind: 'stack', zoomed: true, first: [enlarged], columns: [], last: [] }
	}
	if (parts.some(({ type }) => type === 'verdict')) return { ...columned(all), kind: 'compared', zoomed: false }
	const kind = parts.length === 1 && parts[0]?.type !== 'poll' ? 'alone' : 'stack'
	return { kind, zoomed: false, first: all, columns: [], last: [] }
}

function columned(all: Placed<Part>[]): Pick<Layout, 'first' | 'columns' | 'last'> {
	const columns = (['middle', 'left', 'right'] as const)
		.map((name) => ({ name, parts: all.flatMap((each) => inColumn(name, each)) }))
		.filter(({ parts }) => parts.length > 0)
	const placed = new Set(columns.flatMap((column) => column.parts.map(({ place }) => place)))
	const rest = all.filter(({ place }) => !placed.has(place))
	return {
		first: rest.filter(({ part }) => inShort.has(part.type)),
		columns,
		last: rest.filter(({ part }) => !inShort.has(part.type)),
	}
}

function inColumn(name: 'left' | 'middle' | 'right', { part, place }: Placed<Part>): Placed<Part | Pane>[] {
	if (part.type === 'pair') {
		const side = name === 'left' ? 'fiction' : name === 'right' ? 'reality' : undefined
		const passage = side && part[side]
		return side && passage ? [{ place, part: { type: 'pane', side, passage } }] : []
	}
	const column = columnOf[part.type]
	return column === name ? [{ part, place }] : []
}
const columnOf: Partial<Record<Part['type'], 'left' | 'middle' | 'right'>> = {
	depictions: 'left',
	poll: 'middle',
	explanation: 'right',
	references: 'right',
}
