/** Every field that an audience view may be sent, written out: one that is not in this list is a leak until somebody has thought about it. */

const passage = ['document', 'block', 'title', 'blocks', 'blocks.id', 'blocks.type', 'blocks.text']
const within = (at: string, fields: readonly string[]) => [at, ...fields.map((field) => `${at}.${field}`)]

/** Of a part, by its type; lists are passed through. */
const parts: Record<string, readonly string[]> = {
	heading: ['type', 'text'],
	markdown: ['type', 'text'],
	claim: ['type', 'text'],
	finding: ['type', 'text'],
	verdict: ['type', 'verdict'],
	explanation: ['type', 'text'],
	question: ['type', 'text'],
	depictions: ['type', ...within('items', ['id', 'work', 'stance', 'text'])],
	references: ['type', ...within('items', ['id', 'label', 'entry', 'entry.text', 'link'])],
	pair: ['type', ...within('fiction', passage), ...within('reality', passage)],
	poll: [
		'type',
		...within('poll', ['type', 'question', 'options', 'options.id', 'options.label', 'round', 'open', 'voters']),
		...within('poll.results', ['rounds', 'rounds.option', 'rounds.count', 'answer']),
	],
	covered: ['type', 'contentNotes'],
}
const page = ['number', 'slide', 'type', 'step', 'label', 'dimension', 'parts']
const view = [
	...['title', 'theme', 'state', 'zoom', 'scroll'],
	...within('page', page),
	...within('pointer', ['x', 'y']),
	...within('timer', ['length', 'left', 'runningSince']),
	...within('join', ['url', 'short', 'code', 'qr', 'qr.size', 'qr.path']),
]

/** Paths of all fields of a value; lists are passed through. */
function fieldsOf(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((each) => fieldsOf(each, at))
	if (typeof value !== 'object' || value === null) return []
	return Object.entries(value).flatMap(([name, each]) => [at + name, ...fieldsOf(each, `${at}${name}.`)])
}

/** @returns fields of what was sent that no audience view may be sent */
export function strangeFields(sent: unknown): string[] {
	const shown = (sent as { page?: { parts?: { type: string }[] } }).page?.parts ?? []
	const outside = fieldsOf(sent).filter((field) => !field.startsWith('page.parts.') && !view.includes(field))
	const inside = shown.flatMap((part) =>
		fieldsOf(part)
			.filter((field) => !parts[part.type]?.includes(field))
			.map((field) => `${part.type}.${field}`),
	)
	return [...outside, ...inside]
}

/** What every view has, whatever its state. */
export const fieldsOfEveryView = ['title', 'theme', 'state', 'page', 'zoom', 'pointer', 'scroll', 'timer', 'join']
