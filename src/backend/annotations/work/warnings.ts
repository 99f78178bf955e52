/** What a reader should know of what was taken in. */
import type { Target } from '#contract/annotations.ts'
import type { Seen } from '#domain/annotations/w3c.ts'

/** @param states of the passages whose text is in the library */
export function warningsOf(seen: readonly Seen[], states: readonly Target['state'][]): string[] {
	const sum = (key: keyof Seen['hidden']) => seen.reduce((total, { hidden }) => total + hidden[key], 0)
	const kept = (count: number, one: string, many: string) =>
		count ? [`${count} ${count > 1 ? `${many} are` : `${one} is`} kept, but cannot be shown here.`] : []
	const [lost = 0, unsure = 0] = ['orphan', 'review'].map((state) => states.filter((one) => one === state).length)
	const passages = (count: number, what: string) =>
		count ? [`${count} ${count > 1 ? 'passages were' : 'passage was'} ${what}`] : []
	return [
		...kept(sum('targets'), 'target outside Parallax', 'targets outside Parallax'),
		...kept(sum('selectors'), 'selector of another kind', 'selectors of other kinds'),
		...kept(sum('bodies'), 'body of another kind', 'bodies of other kinds'),
		...passages(lost, 'not found in the texts; the quotes are kept.'),
		...passages(unsure, 'not found for certain; they wait to be reviewed.'),
	]
}
