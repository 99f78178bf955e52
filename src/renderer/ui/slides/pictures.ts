/** Where a slide has its pictures from. */
import type { InjectionKey } from 'vue'
import type { Picture } from '#contract/classroom/presentations.ts'

type Source = (id: string) => Promise<string>

export const pictureSource: InjectionKey<Source> = Symbol('pictures of slides')

export const addressOf = ({ mediaType, content }: Picture): string => `data:${mediaType};base64,${content}`

/**
 * @param ask for a picture by its id
 * @returns the address of a picture for an `img`; each is asked for once, and again only after a failure
 */
export function makePictures(ask: (id: string) => Promise<Picture>): Source {
	const known = new Map<string, Promise<string>>()
	return (id) => {
		const asked = known.get(id) ?? ask(id).then(addressOf)
		known.set(id, asked)
		asked.catch(() => known.delete(id))
		return asked
	}
}
