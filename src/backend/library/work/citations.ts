import { implement } from '@orpc/server'
import { citationsContract } from '#contract/citations.ts'
import { citeList, citePassages } from '../../citations/copy.ts'
import type { Loaded } from '../service.ts'

export function citationsWork({ loading, folders }: Loaded) {
	const os = implement(citationsContract)
	return os.router({
		cite: os.cite.handler(async ({ input }) =>
			citePassages(await loading, input.passages, input.style, folders.styles),
		),
		list: os.list.handler(async ({ input }) => citeList(await loading, input.ids, input.style, folders.styles)),
		file: os.file.handler(async ({ input }) =>
			(await import('../../citations/file.ts')).referenceFile(await loading, input.ids, input.format),
		),
	})
}
