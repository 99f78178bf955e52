/** Layout “table of depictions”: one row for each work’s use of a trope. */
import { mediumLabel, outcomeLabel, stanceLabel, treatmentLabel } from '../../words/labels.ts'
import type { ExportInput } from '../input.ts'
import { type Run, type Section, text } from '../model.ts'
import { citation } from '../parts.ts'

const head = ['Work', 'Year', 'Medium', 'Trope', 'Treatment', 'Outcome', 'Stance', 'What happens']

/** @returns one section with one table. */
export const depictionTable = ({ depictions }: ExportInput): Section[] => [
	{
		blocks: [
			{
				type: 'table',
				head: head.map((words) => [text(words)]),
				rows: depictions.map((each): Run[][] => [
					[text(each.work, { emphasis: true, href: each.back }), ...citation(each.cites)],
					[text(each.year)],
					[text(mediumLabel(each.medium))],
					[text(each.trope)],
					[text(treatmentLabel(each.treatment))],
					[text(outcomeLabel(each.outcome))],
					[text(each.stance ? stanceLabel(each.stance) : '')],
					[text(each.text)],
				]),
			},
		],
	},
]
