/** The part of Citation.js that is used here; the packages carry no types of their own. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(data: unknown)
		readonly data: readonly { id: string }[]
		/** @returns pairs of an entry's id and its markup. */
		format(output: 'bibliography', options: Record<string, unknown> & { asEntryArray: true }): [string, string][]
		/** @returns all entries in an exchange format. */
		format(output: 'bibtex' | 'ris' | 'data', options?: Record<string, unknown>): string
	}
	/** citeproc's processor. */
	export interface Engine {
		/** Registers the sources that will be cited, and tells apart those that look alike. */
		updateItems(ids: readonly string[]): void
		/** @returns a report, and the texts that changed with their indexes. */
		processCitationCluster(citation: object, before: [], after: [], flag: number): [object, [number, string][]]
		/** @returns one citation’s text; an item may say its position. */
		makeCitationCluster(items: readonly object[]): string
		/** @returns each citation as its id, its note number and its text. */
		rebuildProcessorState(
			citations: readonly object[],
			format: 'text' | 'html',
			uncited: [],
		): [string, number, string][]
		/** @returns facts about the list, and its entries in the style's order. */
		makeBibliography(): [{ entry_ids: string[][] }, string[]]
	}
	interface Register {
		has(name: string): boolean
		get(name: string): string
		add(name: string, xml: string): void
	}
	export const plugins: {
		config: {
			get(name: '@csl'): {
				engine(data: readonly object[], style: string, lang: string, format: 'text' | 'html'): Engine
				styles: Register
				locales: Register
			}
			get(name: '@bibtex'): { format: { checkLabel: boolean } }
		}
	}
}
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
