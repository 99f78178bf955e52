import type { Result } from '#contract/classroom/classroom.ts'
import { cannot } from '../../data-folder/service.ts'
import type { AudienceWindow } from '../../host/actions.ts'
import type { ClassroomParts } from './index.ts'

export const classroomRoutes = ({ os: { classroom: os }, ...parts }: ClassroomParts) => {
	const { classroom, workspace, annotations, actions, changed } = parts
	const { results } = workspace
	const told = (result: Result) => changed('results', result, [String(result.id)])
	const audience = (): AudienceWindow => {
		if (actions.audience) return actions.audience
		throw cannot('open a window on another display', 'Open the audience view in a window of its own.')
	}
	return {
		start: os.start.handler(async ({ input }) => (await classroom()).start(input.presentation)),
		presentation: os.presentation.handler(async () => (await classroom()).presentation()),
		watch: os.watch.handler(async ({ signal }) => (await classroom()).watch(signal)),
		act: os.act.handler(async ({ input }) => (await classroom()).act(input)),
		end: os.end.handler(async () => (await classroom()).end()),
		follow: os.follow.handler(async ({ input }) => (await classroom()).follow(input.reach, input.address)),
		audience: {
			open: os.audience.open.handler(({ input }) => audience().open(input.display)),
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
				const { id } = await writeResultNote(annotations, result, results.comparisonOf(result.presentation))
				return changed('annotations', { id }, [id])
			}),
			remove: os.results.remove.handler(({ input }) =>
				changed('results', results.remove(input.id), [String(input.id)]),
			),
			restore: os.results.restore.handler(({ input }) => told(results.restore(input.id))),
		},
	}
}
