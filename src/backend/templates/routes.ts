/** The contract's `templates`. */
import { implement } from '@orpc/server'
import { type Template, templatesContract } from '#contract/templates.ts'
import type { Parts } from '../parts.ts'
import { atGate } from '../workspace/gate.ts'
import { TemplateStore } from '../workspace/templates.ts'
import { Templates } from './service.ts'

export function templatesRoutes({ library, workspace, exports }: Parts) {
	const { sql, changes, gate } = workspace
	const os = implement(templatesContract).use(atGate(gate))
	const noted = async () => (await exports()).noted()
	const templates = new Templates({ library, store: new TemplateStore(sql), noted })
	const drawn = (template: Template) => changes.told('templates', template, [template.id])
	return os.router({
		list: os.list.handler(() => templates.list()),
		create: os.create.handler(async ({ input }) => drawn(await templates.create(input.basedOn, input.title))),
		change: os.change.handler(async ({ input }) => drawn(await templates.change(input))),
		remove: os.remove.handler(({ input }) => changes.told('templates', templates.remove(input.id), [input.id])),
		restore: os.restore.handler(async ({ input }) => drawn(await templates.restore(input.id))),
		check: os.check.handler(({ input }) => templates.check(input.text)),
		preview: os.preview.handler(({ input, signal }) => templates.preview(input, signal)),
	})
}
