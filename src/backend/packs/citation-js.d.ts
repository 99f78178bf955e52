/** The part of Citation.js that is used here; the packages carry no types of their own. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(data: unknown)
		readonly data: readonly { id: string }[]
		/** @returns pairs of an entry's id and its markup. */
		format(output: 'bibliography', options: Record<string, unknown> & { asEntryArray: true }): [string, string][]
	}
	/** citeproc's processor. */
	interface Engine {
		/** @returns each citation as its id, its note number and its text. */
		rebuildProcessorState(citations: readonly object[], format: 'text', uncited: []): [string, number, string][]
	}
	export const plugins: {
		config: {
			get(name: '@csl'): { engine(data: readonly object[], style: string, lang: string, format: 'text'): Engine }
		}
	}
}
declare module '@citation-js/plugin-csl'
