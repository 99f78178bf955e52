/** Which rows of Points are open, as an address and back. */
import type { Query } from './texts.ts'

/**
 * @param point the point that was chosen: its row is open unless the address says otherwise
 * @returns ids of the open rows
 */
export function readOpen(query: Query): Set<string> {
	const { open, point } = query
	if (typeof open === 'string') return new Set(open ? open.split(',') : [])
	return new Set(typeof point === 'string' && point ? [point] : [])
}

/** @returns what stands under `open`; undefined where the chosen point alone says it. */
export function writeOpen(open: Iterable<string>, point: string | undefined): string | undefined {
	const ids = [...open]
	const usual = point ? [point] : []
	return ids.join(',') === usual.join(',') ? undefined : ids.join(',')
}
