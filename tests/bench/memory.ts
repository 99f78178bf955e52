/** What the program's process holds in memory once its library is loaded, against a Node that does nothing. */
import { inRoot } from '../../build/lib/paths.ts'
import { compiledMadeUp, timesShipped } from './made-up.ts'
import { memoryOfBareNode, startProgram } from './program.ts'
import { byTurns, compared, type Row } from './row.ts'

export async function rows(): Promise<Row[]> {
	const libraries: [string, string][] = [
		['next to nothing', await compiledMadeUp({ packs: 1, points: 1, depictions: 1, sections: 1, references: 1 })],
		['what ships', inRoot('out/packs')],
		['10 times what ships', await compiledMadeUp(timesShipped(10))],
	]
	const result: Row[] = []
	for (const [library, packsDir] of libraries) {
		const held = async () => {
			const program = await startProgram(packsDir)
			// Search is the last to be ready.
			await program.ask({ query: 'made' })
			const { memory } = await program.ask({})
			await program.end()
			return memory
		}
		const measured = await byTurns(5, held, memoryOfBareNode)
		result.push(compared(`memory with a library of ${library}`, measured, { unit: 'MB', note: 'theirs: an idle Node' }))
	}
	return result
}
