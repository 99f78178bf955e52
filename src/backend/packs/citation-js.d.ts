/** The part of Citation.js that is used here; the packages carry no types of their own. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(data: unknown)
		format(output: 'bibliography' | 'citation', options: Record<string, unknown>): string
	}
}
declare module '@citation-js/plugin-csl'
