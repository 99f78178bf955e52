/** The options of all commands. An option means the same wherever it stands. */
import { parseArgs } from 'node:util'
import { suggestion, Usage } from './usage.ts'

const options = {
	data: { type: 'string', value: 'DIR' },
	json: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' },
	version: { type: 'boolean' },
	limit: { type: 'string', value: 'N' },
	kind: { type: 'string', value: 'KIND' },
	port: { type: 'string', value: 'N' },
	host: { type: 'string', value: 'H' },
	'no-open': { type: 'boolean' },
	lan: { type: 'boolean' },
	format: { type: 'string', value: 'FORMAT' },
	layout: { type: 'string', value: 'LAYOUT' },
	style: { type: 'string', value: 'STYLE' },
	template: { type: 'string', value: 'ID|FILE' },
	comparison: { type: 'string', value: 'ID' },
	document: { type: 'string', value: 'ID' },
	out: { type: 'string', value: 'FILE' },
	'dry-run': { type: 'boolean' },
	deck: { type: 'string', value: 'NAME' },
	scheduling: { type: 'boolean' },
	days: { type: 'string', value: 'N' },
} as const

export type OptionName = keyof typeof options
export type Values = Partial<Record<OptionName, string | true>>

/** Options that every command takes. */
export const globalOptions = ['data', 'json', 'help', 'version'] as const satisfies OptionName[]

const isKnown = (name: string): name is OptionName => Object.hasOwn(options, name)
const written = (name: string): string => `--${name}`

/** @returns the options called by name and everything else in order. @throws Usage when an option is unknown or incomplete. */
export function parse(argv: readonly string[]): { values: Values; words: string[] } {
	// Not strict: its messages do not say what is known here.
	const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
	const values: Values = {}
	const words: string[] = []
	for (const token of tokens) {
		if (token.kind === 'positional') words.push(token.value)
		if (token.kind !== 'option') continue
		const { name, rawName, value, inlineValue } = token
		if (!isKnown(name)) {
			throw new Usage(`Parallax has no option ${rawName}.`, suggestion(rawName, Object.keys(options).map(written)))
		}
		const spec = options[name]
		if (spec.type === 'boolean') {
			if (value !== undefined) throw new Usage(`The option ${rawName} takes no value.`, `Write ${rawName} alone.`)
			values[name] = true
		} else {
			const missing = value === undefined || value === '' || (!inlineValue && value.startsWith('-'))
			if (missing) throw new Usage(`The option ${rawName} needs a value.`, `Write ${rawName} ${spec.value}.`)
			values[name] = value
		}
	}
	return { values, words }
}

/** @throws Usage when an option was given that does not belong to the command. */
export function checkOptions(values: Values, own: readonly OptionName[], command: string): void {
	const known: readonly string[] = [...own, ...globalOptions]
	const foreign = Object.keys(values).find((name) => !known.includes(name))
	if (foreign === undefined) return
	throw new Usage(
		`“${command}” does not take the option ${written(foreign)}.`,
		suggestion(written(foreign), known.map(written)),
	)
}

/** @returns a whole number that an option gives, or undefined without it. @throws Usage for anything else. */
export function wholeNumber(values: Values, name: OptionName, least: number, most: number): number | undefined {
	const text = values[name]
	if (text === undefined) return undefined
	const number = Number(text)
	if (typeof text === 'string' && /^\d+$/.test(text) && number >= least && number <= most) return number
	throw new Usage(
		`“${text}” is not a number that ${written(name)} takes.`,
		`Write a whole number from ${least} to ${most}.`,
	)
}
