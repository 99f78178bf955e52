/** What one command is: how it is written, and what it does. */
import type { DataPlace } from '#backend/data-dir.ts'
import type { Client } from '#contract/index.ts'
import type { Io, Places } from './io.ts'
import type { OptionName, Values } from './options.ts'

export interface Call {
	values: Values
	/** What stands after the command's own words. */
	operands: string[]
	io: Io
	places: Places
	/** The workspace folder. */
	dataDir: string
	/** The same, with what a host may do about it. */
	place: DataPlace
	/**
	 * The answer: with `--json` one JSON document on standard output and nothing else; otherwise what `readable` makes for
	 * a person. Terminal control characters are taken out of that, whatever a pack may hold.
	 */
	answer(value: unknown, readable: () => string | Promise<string>): Promise<void>
	/** The program, opened on the workspace at the first use; it is closed when the command ends. */
	open(): Promise<Client>
}

export interface Command {
	/** Its words: `['library', 'list']`. */
	words: readonly string[]
	/** What follows the words in its usage line. */
	takes: string
	/** What it does, in a few words. */
	summary: string
	/** Options of its own, beside the global ones. */
	options: readonly OptionName[]
	/** How many operands it takes, least and most. */
	operands: readonly [number, number]
	/** @returns the exit code. Throws a Failure, a Usage or an error of the contract for whatever goes wrong. */
	run(call: Call): Promise<number>
}
