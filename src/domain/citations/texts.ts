/** Texts of packs as sources: whoever quotes one quotes its authors, whatever film or study it speaks of. */
import type { Pack } from '#contract/library.ts'
import type { CslItem } from './items.ts'

/** @returns an article, a trope or a comparison as a part of its pack; packs have a version and no date. */
export const textItem = ({ id, title }: { id: string; title: string }, pack: Pack | undefined): CslItem => ({
	id,
	type: 'chapter',
	title,
	...(pack && {
		'container-title': pack.title,
		...(pack.authors.length && { author: pack.authors.map(({ name }) => ({ literal: name })) }),
		version: pack.version,
	}),
	custom: { work: 'text' },
})
