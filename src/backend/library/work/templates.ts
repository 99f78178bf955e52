import { implement } from '@orpc/server'
import { templateWork } from '#contract/exports.ts'
import { checkTemplates, previewTemplate, shippedList } from '../../templates/work.ts'
import type { Loaded } from '../service.ts'

export function templatesWork({ loading, folders }: Loaded) {
	const os = implement(templateWork)
	return os.router({
		shipped: os.shipped.handler(() => shippedList(folders)),
		check: os.check.handler(({ input }) => checkTemplates(input.texts, folders)),
		preview: os.preview.handler(async ({ input }) => previewTemplate(await loading, input, folders)),
	})
}
