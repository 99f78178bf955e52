/** Citations as a test reads them: runs as one text, italics between asterisks. */
import { fileURLToPath } from 'node:url'
import { citeAll } from '#backend/citations/cite.ts'
import type { MarkedText } from '#backend/citations/markup.ts'
import type { Creator, Work } from '#contract/library.ts'
import type { Cite, CslItem } from '#domain/citations/items.ts'
import type { StyleId } from '#domain/citations/styles.ts'
import { workItem } from '#domain/citations/works.ts'

export const stylesFolder = fileURLToPath(new URL('../../../../resources/styles', import.meta.url))

export const written = (runs: readonly MarkedText[]): string =>
	runs.map(({ text, emphasis }) => (emphasis ? `*${text}*` : text)).join('')

/** @returns the citations and the list of a document, as text. */
export async function cited(style: StyleId, items: readonly CslItem[], citations?: Cite[][]) {
	const { citations: texts, list } = await citeAll(
		items,
		citations ?? items.map(({ id }) => [{ id }]),
		style,
		stylesFolder,
	)
	return { citations: texts.map(written), list: list.map(({ runs }) => written(runs)) }
}

export const listed = async (style: StyleId, item: CslItem): Promise<string | undefined> =>
	(await cited(style, [item])).list[0]

export const person = (given: string, family: string, role: Creator['role']): Creator => ({ given, family, role })
export const work = (about: Partial<Work> & Pick<Work, 'title' | 'medium'>): CslItem =>
	workItem({ id: 'work', creators: [], year: null, ...about })
