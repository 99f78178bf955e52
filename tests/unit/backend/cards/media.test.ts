/** Pictures go with the last that shows them, and not before. */
import { describe, expect, it } from 'vitest'
import type { Cards } from '#backend/cards/cards.ts'
import { emptyTrash } from '#backend/workspace/empty-trash.ts'
import { basic } from '../../support/cards.ts'
import { studying } from '../../support/studying.ts'

const day = 86_400_000

async function withPictures(...names: string[]) {
	const { workspace, sql, clock } = await studying({ cards: 0 })
	for (const name of names) sql.run("INSERT INTO media (name, type, bytes) VALUES (?, 'image/png', x'00')", name)
	const { cards } = workspace
	const make = (...backs: string[]) =>
		cards.notes
			.create(
				'Deck',
				backs.map((back) => basic(`front of ${back}`, back)),
				clock.now(),
			)
			.map(({ id }) => id)
	return {
		...{ cards, sql, make },
		/** @param after days that notes lie in the trash */
		remove: (ids: readonly number[], after = 31) => cards.notes.remove(ids, clock.now() - after * day),
		left: () => {
			emptyTrash(sql, clock.now())
			return namesIn(cards)
		},
	}
}
const namesIn = ({ sql }: Cards) => sql.all('SELECT name FROM media ORDER BY name').map(({ name }) => name)

describe('pictures of notes that are deleted for good', () => {
	it('go with them, however they are written; others stay', async () => {
		const { make, remove, left } = await withPictures('a b.png', 'c.png', 'd.png', 'other.png')
		remove(make('![x](<a b.png>)', '<img src="c.png">', 'd.png'))
		expect(left()).toEqual(['other.png'])
	})

	it('stay while another note shows them, be it in the trash', async () => {
		const { make, remove, left } = await withPictures('a b.png', 'c.png', 'd.png')
		const [first = 0, second = 0, third = 0, fourth = 0] = make(
			...['![](a%20b.png)', '![](c.png) ![](d.png)', '<img src="a b.png">', '<img src=c.png>'],
		)
		remove([first, second])
		remove([fourth], 3)
		expect(left()).toEqual(['a b.png', 'c.png'])
		remove([third])
		expect(left()).toEqual(['c.png'])
	})

	it('stay while a note type shows them, or an act that can be undone', async () => {
		const { cards, sql, make, remove, left } = await withPictures('back.png', 'face.png', 'old.png', 'none.png')
		sql.run(
			`INSERT INTO note_type (key, name, kind, markup, fields, templates, origin) VALUES ('k', 'n', 'standard', 'html', '[]', ?, ?)`,
			JSON.stringify([{ name: 'Card 1', front: '<img src="face.png">', back: '' }]),
			JSON.stringify({ type: { css: '.card { background: url("back.png") }' } }),
		)
		const [changed = 0] = make('old.png')
		cards.acts.note('Cards imported', [{ table: 'card_note', ids: [changed], columns: ['fields'] }], Date.now())
		sql.run(`UPDATE card_note SET fields = '["front", "back"]' WHERE id = ?`, changed)
		remove(make('back.png', 'face.png', 'old.png', 'none.png'))
		expect(left()).toEqual(['back.png', 'face.png', 'old.png'])
	})
})
