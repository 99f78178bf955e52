/** Schemas 15 to 18: note types, decks and settings in tables of their own, with messages in them. */
import { AnkiType } from './anki-types.ts'
import type { ForeignCollection, ForeignRow } from './collection.ts'
import { reading } from './faults.ts'
import { fieldSettings, type Settings, templateSettings, typeSettings } from './proto.ts'
import type { AnkiWorld } from './schema11.ts'

const bytes = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array())

export function world18(collection: ForeignCollection, name: string): AnkiWorld {
	const rows = (columns: string, table: string) => [...collection.rows(columns, table)]
	return reading(name, 'has a damaged collection inside', () => {
		const parts = (table: string, settings: (bytes: Uint8Array) => Settings) =>
			Map.groupBy(
				rows('ntid, ord, name, config', table).map((row) => ({
					...settings(bytes(row.config)),
					name: String(row.name),
					ord: Number(row.ord),
					of: Number(row.ntid),
				})),
				({ of }) => of,
			)
		const [fields, templates] = [parts('fields', fieldSettings), parts('templates', templateSettings)]
		const without = (list: { of: number }[] = []) => list.map(({ of: _, ...part }) => part)
		const types = rows('id, name, config', 'notetypes').map((row): [number, AnkiType] => {
			const id = Number(row.id)
			return [
				id,
				AnkiType.parse({
					...typeSettings(bytes(row.config)),
					id,
					name: String(row.name),
					flds: without(fields.get(id)),
					tmpls: without(templates.get(id)),
				}),
			]
		})
		const westward = offsetOf(rows('key, val', 'config'))
		return {
			created: Number(rows('crt', 'col')[0]?.crt),
			...(westward !== undefined ? { westward } : {}),
			types: new Map(types),
			decks: new Map(rows('id, name', 'decks').map((row) => [Number(row.id), String(row.name)])),
		}
	})
}

function offsetOf(config: ForeignRow[]): number | undefined {
	const value = config.find(({ key }) => key === 'creationOffset')?.val
	const offset = value === undefined ? Number.NaN : Number(JSON.parse(Buffer.from(bytes(value)).toString('utf8')))
	return Number.isFinite(offset) ? offset : undefined
}
