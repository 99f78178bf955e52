/** Annotations as a W3C annotation page. */
import { ourContext } from '#domain/annotations/w3c.ts'
import type { AnnotationStore } from './store.ts'

/** @param ids those that leave; all without it */
export function exported(store: AnnotationStore, ids: readonly string[] | undefined): { text: string } {
	const items = (ids ? store.byIds(ids) : store.list()).map(({ json }) => json)
	const page = { '@context': ourContext, id: 'parallax://open/notes', type: 'AnnotationPage', items }
	return { text: `${JSON.stringify(page, null, '\t')}\n` }
}
