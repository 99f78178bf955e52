/** Stands in for what makes Lucide's icons in the page for followers: no properties but those of the element, and no words. */
import { type FunctionalComponent, h } from 'vue'

interface Icon {
	node: [tag: string, attributes: Record<string, string>][]
}
const look = {
	viewBox: '0 0 24 24',
	width: 24,
	height: 24,
	fill: 'none',
	stroke: 'currentColor',
	'stroke-width': 2,
	'stroke-linecap': 'round',
	'stroke-linejoin': 'round',
	'aria-hidden': 'true',
}

/** @returns the icon’s component */
export default ({ node }: Icon): FunctionalComponent =>
	() =>
		h(
			'svg',
			look,
			node.map(([tag, { key: _, ...attributes }]) => h(tag, attributes)),
		)
