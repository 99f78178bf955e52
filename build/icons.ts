/** Draws the app's icons from their SVG sources into out/icons: PNG in the sizes that systems ask for, and an ICO. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import pngToIco from 'png-to-ico'
import { inRoot } from './lib/paths.ts'

const folder = inRoot('out/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const icoSizes = [16, 24, 32, 48, 64, 256]

const large = readFileSync(inRoot('resources/icons/parallax.svg'), 'utf8')
const small = readFileSync(inRoot('resources/icons/parallax-small.svg'), 'utf8')

/** @returns the icon as a PNG of `size` × `size` pixels. */
const draw = (size: number): Buffer =>
	new Resvg(size < 64 ? small : large, { fitTo: { mode: 'width', value: size } }).render().asPng()

mkdirSync(folder, { recursive: true })
const drawn = new Map(sizes.map((size) => [size, draw(size)]))
for (const [size, png] of drawn) writeFileSync(`${folder}/${size}x${size}.png`, png)
writeFileSync(`${folder}/icon.png`, draw(512))
writeFileSync(`${folder}/icon.ico`, await pngToIco(icoSizes.map((size) => drawn.get(size) ?? draw(size))))
