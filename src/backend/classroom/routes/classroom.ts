/** The contract's `classroom`. */
import { implement } from '@orpc/server'
import { classroomContract, type Result } from '#contract/classroom/classroom.ts'
import { cannot } from '../../data-folder/service.ts'
import type { AudienceWindow } from '../../host/actions.ts'
import type { Parts } from '../../parts.ts'
import { atGate } from '../../workspace/gate.ts'
import { ResultStore } from '../results.ts'

export function classroomRoutes({ classroom, workspace, annotations, actions }: Parts) {
	const { sql, store, changes, gate } = workspace
	const os = implement(classroomContract).use(atGate(gate))
	const results = new ResultStore(sql)
	const told = (result: Result) => changes.told('results', result, [String(result.id)])
	const audience = (): AudienceWindow => {
		if (actions.audience) return actions.audience
		throw cannot('open a window on another display', 'Open the audience view in a window of its own.')
	}
	/** A display that was chosen is the one from then on, wherever it is there. */
	async function open(chosen: string | undefined): Promise<void> {
		audience().open(chosen ?? (store.settings().audienceDisplay || undefined))
		if (!chosen || chosen === store.settings().audienceDisplay) return
		await gate.passed()
		changes.told('settings', store.changeSettings({ audienceDisplay: chosen }))
	}
	return os.router({
		start: os.start.handler(async ({ input }) => (await classroom()).start(input.presentation)),
		presentation: os.presentation.handler(async () => (await classroom()).presentation()),
		watch: os.watch.handler(async ({ signal }) => (await classroom()).watch(signal)),
		act: os.act.handler(async ({ input }) => (await classroom()).act(input)),
		end: os.end.handler(async () => (await classroom()).end()),
		follow: os.follow.handler(async ({ input }) => (await classroom()).follow(input.reach, input.address)),
		audience: {
			open: os.audience.open.handler(({ input }) => open(input.display)),
			close: os.audience.close.handler(() => audience().close()),
			swap: os.audience.swap.handler(() => audience().swap()),
		},
		results: {
			list: os.results.list.handler(({ input }) => results.list(input.presentation)),
			table: os.results.table.handler(async ({ input }) => {
				const { resultFile } = await import('../result-file.ts')
				return resultFile(results.get(input.id))
			}),
			note: os.results.note.handler(async ({ input }) => {
				const { writeResultNote } = await import('../result-note.ts')
				const result = results.get(input.id)
				const { id } = await writeResultNote(await annotations(), result, results.comparisonOf(result.presentation))
				return changes.told('annotations', { id }, [id])
			}),
			remove: os.results.remove.handler(({ input }) =>
				changes.told('results', results.remove(input.id), [String(input.id)]),
			),
			restore: os.results.restore.handler(({ input }) => told(results.restore(input.id))),
		},
	})
}
