/** Decks as a tree: levels of their names stand apart by `::`. */

/** @returns a deck's name and those above it, from below: `a::b`, `a`. */
export function levelsOf(name: string): string[] {
	const levels = name.split('::')
	return levels.map((_, index) => levels.slice(0, levels.length - index).join('::'))
}

/** @returns for each deck, by id, itself with those above it and itself with those below it. */
export function treeOf<T extends { id: number; name: string }>(decks: readonly T[]) {
	const byName = new Map(decks.map((deck) => [deck.name, deck]))
	const above = new Map(decks.map((deck) => [deck.id, levelsOf(deck.name).flatMap((name) => byName.get(name) ?? [])]))
	const below = new Map(decks.map(({ id }) => [id, [] as T[]]))
	for (const deck of decks) for (const { id } of above.get(deck.id) ?? []) below.get(id)?.push(deck)
	return { above: (id: number): T[] => above.get(id) ?? [], below: (id: number): T[] => below.get(id) ?? [] }
}
