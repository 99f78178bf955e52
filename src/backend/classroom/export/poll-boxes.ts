/** What a room was asked: the question and what could be chosen. */
import type { RoomPoll } from '#contract/classroom/room.ts'
import { area, type Box, fitted, line, type Place, type TextBox } from './boxes.ts'
import { written } from './markdown.ts'
import type { FilePage } from './pages.ts'
import { partOf } from './parts-of.ts'

export function pollPage({ slide, parts }: FilePage): Box[] {
	const poll = partOf(parts, 'poll')?.poll
	if (slide.type !== 'poll' || !poll) return []
	const explanation = written(partOf(parts, 'explanation')?.text ?? '').paragraphs
	const told = explanation.length > 0
	const question = { ...area, h: told ? 1.5 : 2, font: 'serif', colour: 'ink', valign: 'middle', title: true } as const
	const options = optionBoxes(poll, { ...area, y: told ? 2.85 : 3.4, h: told ? 2.3 : 3.2 })
	const y = Math.max(2.85, ...options.map((box) => box.y + box.h)) + 0.35
	return [
		fitted({ ...question, paragraphs: [line(poll.question)] }, 40, 18),
		...options,
		...(told ? [fitted({ ...area, y, h: 6.7 - y, font: 'serif', colour: 'ink', paragraphs: explanation }, 24, 9)] : []),
	]
}

/** Options side by side while they are few and short, else in rows. The right one, where it is told, says so by a mark too. */
export function optionBoxes({ type, options, results }: RoomPoll, place: Place): Box[] {
	const shown = type === 'word' ? [{ id: '', label: 'A word of your own' }] : options
	const short = shown.length <= 5 && shown.every(({ label }) => label.length <= 90 / shown.length)
	const columns = short ? Math.max(2, shown.length) : shown.length > 5 ? 2 : 1
	const rows = short ? 1 : Math.ceil(shown.length / columns)
	const gap = 0.18
	const [w, h] = [
		Math.min(5.5, (place.w - gap * (columns - 1)) / columns) * (columns === 1 ? 2 : 1),
		Math.min(0.75, (place.h - gap * (rows - 1)) / rows),
	]
	const pills = shown.map(({ id, label }, index) => {
		const [column, row] = short ? [index, 0] : [Math.floor(index / rows), index % rows]
		const right = id !== '' && results?.answer === id
		return pill({ x: place.x + column * (w + gap), y: place.y + row * (h + gap), w, h }, label, right, short)
	})
	const size = Math.min(20, ...pills.map((each) => each.size))
	return pills.map((each) => ({ ...each, size }))
}

function pill(place: Place, label: string, right: boolean, short: boolean): TextBox {
	const paragraphs = [line(right ? `✓ ${label}` : label)]
	const set = { ...place, paragraphs, font: 'sans', colour: right ? 'paper' : 'ink' } as const
	// The words have room at the ends of the pill, and above and below.
	const { size } = fitted({ ...set, w: place.w - 0.5, h: place.h * 0.85 }, 20, 8)
	return {
		...set,
		...{ type: 'text', size, valign: 'middle', round: true, ...(short && { align: 'center' }) },
		...(right ? { fill: 'reality', outline: 'reality', bold: true } : { fill: 'sheet', outline: 'line' }),
	}
}
