import { implement } from '@orpc/server'
import { searchContract } from '#contract/search.ts'
import type { Loaded } from '../service.ts'

export function searchWork({ indexing }: Loaded) {
	const os = implement(searchContract)
	return os.router({
		query: os.query.handler(async ({ input }) => (await indexing).query(input.query, input.limit, input.only)),
	})
}
