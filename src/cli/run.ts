/** One run of the command line: from the arguments to an exit code. */
import { locateData } from '#backend/data-dir.ts'
import type { Backend } from '#backend/index.ts'
import type { Call, Command } from './command.ts'
import { commands } from './commands/index.ts'
import { helpText, usageOf } from './help.ts'
import type { Io, Places } from './io.ts'
import { openFor } from './open.ts'
import { checkOptions, parse, type Values } from './options.ts'
import { plain } from './text.ts'
import { suggestion, Usage } from './usage.ts'

/** @returns the command that the words begin with, and what follows its own words. */
function findCommand(words: readonly string[]): { command: Command; operands: string[] } {
	const command = commands.find((each) => each.words.every((word, i) => words[i] === word))
	if (command) return { command, operands: words.slice(command.words.length) }
	const [first = '', second] = words
	const inGroup = commands.filter((each) => each.words.length > 1 && each.words[0] === first)
	if (inGroup.length > 0) {
		const known = inGroup.map((each) => each.words[1] ?? '')
		if (second === undefined)
			throw new Usage(`“${first}” needs to know what to do.`, `Known here: ${known.join(', ')}.`)
		throw new Usage(`“${first}” has no command “${second}”.`, suggestion(second, known))
	}
	const known = [...new Set(commands.map((each) => each.words[0] ?? '')), 'help']
	throw new Usage(`Parallax has no command “${first}”.`, suggestion(first, known))
}

function checkOperands(command: Command, operands: readonly string[]): void {
	const [least, most] = command.operands
	if (operands.length >= least && operands.length <= most) return
	const problem = operands.length < least ? 'is not complete' : `does not take “${operands[most]}”`
	throw new Usage(`“${command.words.join(' ')}” ${problem}.`, `Write: parallax ${usageOf(command)}`)
}

async function runCommand(
	command: Command,
	operands: string[],
	values: Values,
	io: Io,
	places: Places,
): Promise<number> {
	const place = locateData(typeof values.data === 'string' ? values.data : undefined)
	const { dataDir, failure } = place
	if (failure) throw failure
	let opened: Promise<Backend> | undefined
	const call: Call = {
		values,
		operands,
		io,
		places,
		dataDir,
		place,
		async answer(value, readable) {
			io.out(values.json ? `${JSON.stringify(value)}\n` : plain(await readable()))
		},
		async open() {
			opened ??= openFor('command-line', place, places, io)
			return (await opened).client
		},
	}
	try {
		return await command.run(call)
	} finally {
		const backend = await opened?.catch(() => undefined)
		await backend?.close()
	}
}

/** @returns the sentence of an error and what to do next, on one line. */
function inWords(error: unknown): string {
	const { message, next, data } = error as { message?: string; next?: string; data?: { next?: string } }
	const advice = next ?? data?.next
	if (typeof advice === 'string') return [message, advice].filter(Boolean).join(' ')
	return `Something went wrong inside Parallax (${message ?? String(error)}). Try again; if it stays, report it with this sentence.`
}

/**
 * Runs one command.
 * @param argv arguments without the program's own name.
 * @returns the exit code: 0, 2 for wrong usage, 1 for a failure, both with one sentence on standard error.
 */
export async function run(argv: readonly string[], io: Io, places: Places): Promise<number> {
	try {
		const { values, words } = parse(argv)
		if (values.version) {
			io.out(values.json ? `${JSON.stringify({ version: places.version })}\n` : `${places.version}\n`)
			return 0
		}
		if (values.help || words[0] === 'help') {
			const prefix = words[0] === 'help' ? words.slice(1) : words
			const known = prefix.slice(0, 2).filter((_, i) => commands.some((each) => each.words[i] === prefix[i]))
			if (prefix.length > 0 && known.length === 0) findCommand(prefix)
			io.out(helpText(places.version, known, io.width))
			return 0
		}
		if (words.length === 0) {
			throw new Usage(
				'Parallax needs to know what to do.',
				'“parallax help” shows the commands, “parallax serve” starts it.',
			)
		}
		const { command, operands } = findCommand(words)
		checkOptions(values, command.options, command.words.join(' '))
		checkOperands(command, operands)
		return await runCommand(command, operands, values, io, places)
	} catch (error) {
		io.err(`${plain(inWords(error)).replaceAll('\n', ' ')}\n`)
		return error instanceof Usage ? 2 : 1
	}
}
