import { checkPacks } from '#backend/packs/check.ts'
import type { Fault } from '#contract/library.ts'
import type { Command } from '../command.ts'
import { showProgress } from '../progress.ts'
import { count } from '../text.ts'

export const libraryCheck: Command = {
	words: ['library', 'check'],
	takes: '[DIR…]',
	summary: 'check pack folders (the bundled packs unless named); every fault with file and line',
	options: [],
	operands: [0, 50],
	async run({ operands, io, places, answer }) {
		// Past the program: packs can be checked where there is no workspace, as on a build server.
		const directories = operands.length > 0 ? operands : [places.packSources]
		const progress = showProgress(io, 'Checking')
		let faults: Fault[] = []
		let packs = 0
		try {
			for await (const event of checkPacks(directories, io.stop)) {
				if (event.type === 'progress') progress.at(event.done, event.total, event.file)
				else ({ faults, packs } = event)
			}
		} finally {
			progress.end()
		}
		await answer({ packs, faults }, () =>
			faults.length === 0
				? `${count(packs, 'pack')} checked, no faults.\n`
				: faults.map(({ file, line, message }) => `${file}:${line}  ${message}\n`).join(''),
		)
		if (faults.length === 0) return 0
		io.err(
			`${count(faults.length, 'fault')} in ${count(packs, 'pack')}. Mend them where they are named and check again.\n`,
		)
		return 1
	},
}
