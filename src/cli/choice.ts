/** Options whose value is one of a list. */
import type { Call } from './command.ts'
import type { OptionName } from './options.ts'
import { Usage } from './usage.ts'

/** @returns the option's value, which must be one of a list. @throws Usage for another */
export function oneOf<T extends string>({ values }: Call, name: OptionName, known: readonly T[], usual?: T): T {
	const value = values[name] ?? usual
	const found = known.find((one) => one === value)
	if (found) return found
	const what = value === undefined ? `The option --${name} is missing.` : `There is no ${name} called “${value}”.`
	throw new Usage(what, `Known: ${known.join(', ')}.`)
}
