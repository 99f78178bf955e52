import { implement } from '@orpc/server'
import { presentationWork } from '#contract/classroom/presentations.ts'
import { makePresentation } from '../../classroom/export/make.ts'

export function presentationsWork() {
	const os = implement(presentationWork)
	return os.router({ make: os.make.handler(({ input, signal }) => makePresentation(input, signal)) })
}
