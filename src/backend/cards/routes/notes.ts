import type { CardNote } from '#contract/cards/notes.ts'
import { media } from '../media.ts'
import { previews } from '../preview.ts'
import { Staleness } from '../stale.ts'
import { Suggestions } from '../suggest.ts'
import type { CardParts } from './index.ts'

export function notesRoutes({ os, cards, annotations, library, changed }: CardParts) {
	const { notes, types } = cards
	const suggestions = new Suggestions(library, annotations, notes)
	const staleness = new Staleness(notes, cards.acts, library)
	const now = () => cards.moment().at
	return {
		types: os.notes.types.handler(() => types.list()),
		suggest: os.notes.suggest.handler(({ input }) => suggestions.of(input)),
		preview: os.notes.preview.handler(({ input }) =>
			previews(typeof input.type === 'number' ? types.byId(input.type) : types.shipped(input.type), input.fields),
		),
		duplicates: os.notes.duplicates.handler(({ input }) =>
			notes.same(types.shipped(input.type), input.first, input.except),
		),
		create: os.notes.create.handler(({ input }) =>
			changed(notes.create(input.deck, input.notes, now(), input.comparison)),
		),
		show: os.notes.show.handler(({ input }) => notes.byIds(input.ids)),
		change: os.notes.change.handler(({ input: { id, ...some } }) =>
			changed(notes.change(id, some as Partial<Pick<CardNote, 'fields' | 'tags' | 'contentNotes'>>, now())),
		),
		remove: os.notes.remove.handler(({ input }) => {
			const { token, removed } = notes.remove(input.ids, now())
			return changed({ token, removed })
		}),
		stale: os.notes.stale.handler(() => staleness.list()),
		settle: os.notes.settle.handler(({ input }) => changed(staleness.settle(input.id, input.how, now()))),
		media: os.notes.media.handler(({ input }) => media(cards.sql, input.name)),
	}
}
