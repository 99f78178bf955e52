/** Help in words, made from what the commands say of themselves. */
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { wrap } from './text.ts'

/** @returns how a command is written: `search QUERY [--limit N]`. */
export const usageOf = ({ words, takes }: Command): string => [...words, takes].filter(Boolean).join(' ')

/** @returns help for all commands, or for those whose words begin with `prefix`. */
export function helpText(version: string, prefix: readonly string[], width: number): string {
	const chosen = commands.filter((command) => prefix.every((word, i) => command.words[i] === word))
	const usages = chosen.map((command) => `  ${usageOf(command)}\n${wrap(command.summary, width, '      ')}`)
	return [
		`Parallax ${version}: fiction and clinical reality side by side.\n`,
		'Usage: parallax COMMAND [--data DIR] [--json]\n',
		...usages,
		'',
		'With every command:',
		'  --data DIR   the workspace folder (otherwise PARALLAX_DATA, or where this system keeps application data)',
		'  --json       one JSON document on standard output and nothing else',
		'  --help       this text, or what stands here about the command before it',
		'  --version    the version',
		'',
	].join('\n')
}
