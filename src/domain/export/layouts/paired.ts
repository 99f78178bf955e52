/** Layout “paired”: what fiction shows, what the evidence says, the verdict, and what the reader wrote; both sides cited. */
import { dimensionLabel, stanceLabel, verdictMeaning } from '../../words/labels.ts'
import type { ExportDepiction, ExportInput, ExportNote, ExportPoint } from '../input.ts'
import { type Block, heading, paragraph, type Section, text } from '../model.ts'
import { citation, noteBlocks } from '../parts.ts'

/** @returns a section for each comparison with its points, then links of no point, then what is left. */
export function paired(input: ExportInput): Section[] {
	const ofPoint = Map.groupBy(
		input.notes.filter((note) => input.points.some(({ id }) => id === note.point)),
		({ point }) => point,
	)
	const rest = input.notes.filter((note) => !ofPoint.has(note.point))
	const comparisons = Map.groupBy(input.points, ({ comparison }) => comparison)
	return [
		...[...comparisons].map(([title, points]) => ({
			title,
			named: true as const,
			blocks: points.flatMap((point) => pointBlocks(point, ofPoint.get(point.id) ?? [])),
		})),
		...section('Linked passages', rest.filter((note) => note.passages.length > 1).flatMap(noteBlocks)),
		...section('Other notes', rest.filter((note) => note.passages.length < 2).flatMap(noteBlocks)),
	]
}

const section = (title: string, blocks: Block[]): Section[] => (blocks.length ? [{ title, blocks }] : [])

function pointBlocks(point: ExportPoint, notes: readonly ExportNote[]): Block[] {
	return [
		heading(2, text(dimensionLabel(point.dimension), { href: point.back })),
		heading(3, text('In fiction')),
		paragraph(text(point.claim)),
		...(point.depictions.length
			? [{ type: 'list' as const, ordered: false, items: point.depictions.map((each) => [depictionItem(each)]) }]
			: []),
		heading(3, text('The evidence')),
		paragraph(text(point.finding), ...citation(point.references)),
		...(point.explanation ? [paragraph(text(point.explanation))] : []),
		paragraph(text(`Verdict: ${point.verdict}.`, { strong: true }), text(` ${verdictMeaning(point.verdict)}`)),
		...notes.flatMap(noteBlocks),
	]
}

const depictionItem = ({ work, stance, cites, back }: ExportDepiction): Block =>
	paragraph(
		text(work, { emphasis: true, href: back }),
		...(stance ? [text(`: ${stanceLabel(stance).toLowerCase()}`)] : []),
		...citation(cites),
	)
