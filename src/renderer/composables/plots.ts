/** Plots: what a figure is made of, and the picture of it that stands alone. */
import type { PlotOptions } from '@observablehq/plot'
import type { Table } from '#domain/tables/table.ts'

export type PlotLibrary = typeof import('@observablehq/plot')

export interface Key {
	label: string
	/** As tokens have it: `var(--ink)`. */
	colour: string
	shape?: 'circle' | 'square' | 'diamond'
}

/** A plot, the same in words, and the same as a table. */
export interface Figure {
	/** File name without its ending. */
	name: string
	title: string
	/** What it shows, in a sentence or two. */
	says: string
	keys?: readonly Key[]
	table: Table
	/** Colours are tokens: `var(--ink)`. */
	plot(library: PlotLibrary, width: number): PlotOptions
}

/** Loaded with the first plot. */
export const loadPlots = (): Promise<PlotLibrary> => import('@observablehq/plot')

/** @returns the plot as a picture. Its colours follow the theme by themselves. */
export function drawn(library: PlotLibrary, figure: Pick<Figure, 'plot'>, width: number): SVGSVGElement {
	const chart = library.plot({ width, ...figure.plot(library, width) }) as SVGSVGElement
	// The policy of the window allows no style in markup; what Plot puts there is in our own sheet.
	chart.removeAttribute('style')
	for (const style of chart.querySelectorAll('style')) style.remove()
	chart.setAttribute('aria-hidden', 'true')
	chart.setAttribute('font-family', 'inherit')
	chart.setAttribute('font-size', '12')
	return chart
}

export interface Picture {
	svg: string
	width: number
	height: number
}

const svgNamespace = 'http://www.w3.org/2000/svg'
/** Pixels around the picture, and the height of a line of its head. */
const [around, line] = [16, 24]

/** @returns a plot as a file of its own: with its title and keys above it, and colours as they are shown now. */
export function standing(chart: SVGSVGElement, { title, says, keys = [] }: Figure): Picture {
	const style = getComputedStyle(document.documentElement)
	const [wide, high] = [Number(chart.getAttribute('width')), Number(chart.getAttribute('height'))]
	const head = line * (keys.length ? 2 : 1) + 8
	const [width, height] = [wide + 2 * around, high + head + 2 * around]
	const copy = chart.cloneNode(true) as SVGSVGElement
	for (const [name, value] of [
		['x', around],
		['y', around + head],
	] as const)
		copy.setAttribute(name, String(value))
	copy.removeAttribute('aria-hidden')
	const whole = element('svg', {
		...{ width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
		...{ 'font-family': `${style.getPropertyValue('--sans')}`, 'font-size': 12, color: 'var(--ink-soft)' },
	})
	whole.append(
		element('title', {}, title),
		element('desc', {}, says),
		element('rect', { width, height, fill: 'var(--sheet)' }),
		element('text', { x: around, y: around + 14, 'font-size': 15, 'font-weight': 600, fill: 'var(--ink)' }, title),
	)
	let x = around
	for (const { label, colour, shape } of keys) {
		whole.append(
			element('rect', {
				...{ x, y: around + line + 4, width: 10, height: 10, fill: colour },
				...(shape === 'circle' ? { rx: 5 } : {}),
				...(shape === 'diamond' ? { transform: `rotate(45 ${x + 5} ${around + line + 9})` } : {}),
			}),
			element('text', { x: x + 16, y: around + line + 14, fill: 'var(--ink)' }, label),
		)
		// About as wide as its letters; text cannot be measured before it is shown.
		x += 40 + 7 * label.length
	}
	whole.append(copy)
	for (const each of [whole, ...whole.querySelectorAll('*')])
		for (const { name, value } of [...each.attributes])
			if (value.includes('var(--'))
				each.setAttribute(
					name,
					value.replaceAll(/var\((--[\w-]+)\)/g, (_, token: string) => style.getPropertyValue(token).trim()),
				)
	return { svg: new XMLSerializer().serializeToString(whole), width, height }
}

function element(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
	const made = document.createElementNS(svgNamespace, name)
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
	if (text !== undefined) made.textContent = text
	return made
}

/** So that it is sharp on paper and on a projector. */
const density = 2

/** @returns the picture as PNG. */
export async function pngOf({ svg, width, height }: Picture): Promise<Uint8Array<ArrayBuffer>> {
	const image = new Image()
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
	await image.decode()
	const canvas = document.createElement('canvas')
	canvas.width = width * density
	canvas.height = height * density
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
	if (!blob) throw new Error('the picture could not be made')
	return new Uint8Array(await blob.arrayBuffer())
}
