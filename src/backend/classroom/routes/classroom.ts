import { unbuilt } from '../unbuilt.ts'
import type { ClassroomParts } from './index.ts'

export const classroomRoutes = ({ os: { classroom: os } }: ClassroomParts) => ({
	start: os.start.handler(unbuilt),
	presentation: os.presentation.handler(unbuilt),
	watch: os.watch.handler(unbuilt),
	act: os.act.handler(unbuilt),
	end: os.end.handler(unbuilt),
	follow: os.follow.handler(unbuilt),
	audience: {
		open: os.audience.open.handler(unbuilt),
		close: os.audience.close.handler(unbuilt),
		swap: os.audience.swap.handler(unbuilt),
	},
	results: {
		list: os.results.list.handler(unbuilt),
		table: os.results.table.handler(unbuilt),
		note: os.results.note.handler(unbuilt),
		remove: os.results.remove.handler(unbuilt),
		restore: os.results.restore.handler(unbuilt),
	},
})
