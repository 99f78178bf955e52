/** How soon the program answers after its process was started, against a Node that does nothing. */
import { startProgram, timeBareNode } from './program.ts'
import { byTurns, compared, type Row } from './row.ts'

export async function rows(): Promise<Row[]> {
	const settings: number[] = []
	const start = async () => {
		const program = await startProgram()
		settings.push(program.settings)
		await program.end()
		return program.library
	}
	const times = await byTurns(15, start, timeBareNode)
	const note = 'theirs: node -e 0; a fresh workspace each time'
	return [
		compared('start until settings', { ...times, ours: settings.slice(1) }, { unit: 'ms', goal: 3, note }),
		compared('start until the library is listed', times, { unit: 'ms', goal: 3, note }),
	]
}
