/** Files of presentations, read back by other readers: pages to print, a real PDF, PPTX. */
import https from 'node:https'
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { area, heightOf, sheet } from '#backend/classroom/export/boxes.ts'
import { laidOut } from '#backend/classroom/export/layout.ts'
import { makePresentation } from '#backend/classroom/export/make.ts'
import { pagesOf } from '#backend/classroom/export/pages.ts'
import { PresentationExports } from '#backend/classroom/exports.ts'
import { browserPlaces, printWithBrowser } from '#backend/export/print-with-browser.ts'
import type { Presentation, PresentationFormat, Slide } from '#contract/classroom/presentations.ts'
import { packageFaults } from '../../support/docx-faults.ts'
import { png } from '../../support/pictures.ts'
import { pointSlide, pollSlide, presentationOf, slidesOfAllTypes, textSlide } from '../../support/slides.ts'

vi.setConfig({ testTimeout: 60_000 })

const image = 'a'.repeat(64)
const images = { [image]: { mediaType: 'image/png' as const, content: png(40, 30).toString('base64') } }

async function made(format: PresentationFormat, slides: Slide[], more: Partial<Presentation> = {}): Promise<Buffer> {
	for await (const step of makePresentation({ presentation: { ...presentationOf(slides), ...more }, format, images }))
		if (step.type === 'done') return Buffer.from(step.content, 'base64')
	throw new Error('it did not end')
}

/** As a reader meets it. */
function read(html: Buffer) {
	const page = new Window().document
	page.write(html.toString())
	const sheets = Array.from(page.querySelectorAll('.sheet'), (each) => each.textContent ?? '')
	return { page, sheets, text: page.body.textContent ?? '' }
}

describe('the pages of a slide', () => {
	const pages = (slide: Slide) => pagesOf({ slides: [slide] })
	it('are as few as a reader wants: what was asked, the reveal, the evidence, the question', () => {
		const steps = (slide: Slide) => pages(slide).map(({ step }) => step)
		expect(steps(pointSlide())).toEqual(['vote', 'reveal', 'evidence', 'discussion'])
		expect(steps(pointSlide('point', { steps: ['evidence'] }))).toEqual(['open', 'evidence'])
		expect(steps(pollSlide())).toEqual(['vote', 'reveal'])
		for (const slide of slidesOfAllTypes()) if (slide.steps.length === 0) expect(steps(slide)).toEqual(['open'])
	})

	it('name what they carry, and whose ending they give away', () => {
		expect(pages(pointSlide()).map(({ contentNotes }) => contentNotes)).toEqual(
			Array.from({ length: 4 }, () => ['suicide', 'abuse']),
		)
		expect(pages(pointSlide()).map(({ spoilers }) => spoilers)).toEqual([[], [], ['A novel (1880)'], []])
	})
})

describe('the layout', () => {
	const words = (length: number) =>
		'There are some words to be said about it. '.repeat(Math.ceil(length / 42)).slice(0, length)
	const wordy = (length: number): Slide[] => [
		pointSlide('point', {
			claim: words(Math.min(length, 200)),
			finding: words(Math.min(length, 250)),
			explanation: words(length),
			question: words(Math.min(length, 300)),
		}),
		textSlide('text', {
			heading: words(Math.min(length, 90)),
			text: words(length).replaceAll('it. There', 'it.\n\nThere'),
		}),
		pollSlide('poll', { explanation: words(Math.min(length, 600)) }),
	]

	it.each([20, 200, 900, 4000])('keeps texts of %i characters within their boxes, and those on the sheet', (length) => {
		for (const page of pagesOf({ slides: wordy(length) }))
			for (const boxes of laidOut(page, {}))
				for (const box of boxes) {
					expect(box.x).toBeGreaterThanOrEqual(0)
					expect(box.y).toBeGreaterThanOrEqual(0)
					expect(box.x + box.w).toBeLessThanOrEqual(sheet.width)
					expect(box.y + box.h).toBeLessThanOrEqual(sheet.height)
					// An explanation of four thousand characters is no slide any more.
					if (box.type === 'text' && length < 4000)
						expect(heightOf(box.paragraphs, box)).toBeLessThanOrEqual(box.h + 0.01)
				}
	})

	it('goes on on the next page where a text is long, and says every word of it once', () => {
		const text = Array.from({ length: 40 }, (_, index) => `Paragraph ${index}: ${words(150)}`).join('\n\n')
		const [page] = pagesOf({ slides: [textSlide('text', { text })] })
		const sheets = page ? laidOut(page, {}) : []
		expect(sheets.length).toBeGreaterThan(2)
		const said = sheets.flat().flatMap((box) => (box.type === 'text' ? box.paragraphs : []))
		const found = said.flatMap(({ runs }) => /^Paragraph \d+:/.exec(runs[0]?.text ?? '')?.[0] ?? [])
		expect(found).toEqual(Array.from({ length: 40 }, (_, index) => `Paragraph ${index}:`))
	})

	it('keeps a picture’s proportions', () => {
		const [page] = pagesOf({ slides: [textSlide('text', { text: `Words\n\n![A plot](image:${image})` })] })
		const sizes = { [image]: { width: 400, height: 100 } }
		const picture = page && laidOut(page, sizes)[0]?.find((box) => box.type === 'picture')
		expect(picture && picture.w / picture.h).toBeCloseTo(4)
		expect(picture && picture.x + picture.w).toBeLessThanOrEqual(area.x + area.w + 0.01)
	})
})

describe('slides to print', () => {
	it('hold what stands on each, but no note', async () => {
		const { sheets, text } = read(await made('slides', slidesOfAllTypes()))
		expect(sheets).toHaveLength(1 + 4 + 1 + 1 + 2 + 1)
		expect(sheets[1]).toMatch(
			/Mechanism.*CLAIM-point.*POLL-point.*Accurate.*Harmful.*Content notes: suicide and abuse/s,
		)
		expect(sheets[2]).toMatch(/CLAIM-point.*Harmful.*FINDING-point.*FICTION-point.*REALITY-point/s)
		expect(sheets[3]).toMatch(
			/PLAIN-point.*HARD-point.*EXPLANATION-point.*REFERENCE-point.*Gives away the ending of A novel/s,
		)
		expect(sheets[4]).toMatch(/QUESTION-point/)
		expect(sheets[1]).not.toContain('FINDING')
		expect(sheets[8]).toContain('✓ Two')
		expect(sheets[7]).not.toContain('✓')
		expect(text).not.toContain('NOTES-')
	})

	it('take Markdown, and HTML in it as text like any other', async () => {
		const slide = textSlide('text', {
			heading: '<script>alert(1)</script>',
			text: `A **bold** <img src=x onerror=alert(1)> word, [here](https://example.org/?a&b) and [there](javascript:alert(1)).

- one
- two

![A "plot" <b>](image:${image})

![](https://example.org/far.png)`,
		})
		const { page, text } = read(await made('slides', [slide], { title: '</title><script>' }))
		expect(page.querySelectorAll('script, link, iframe, object').length).toBe(0)
		expect(text).toContain('<script>alert(1)</script>')
		expect(text).toContain('<img src=x onerror=alert(1)>')
		expect(page.querySelector('strong')?.textContent).toBe('bold')
		expect(Array.from(page.querySelectorAll('a'), (each) => each.getAttribute('href'))).toEqual([
			'https://example.org/?a&b',
		])
		const pictures = Array.from(page.querySelectorAll('img'))
		expect(pictures.map((each) => each.getAttribute('alt'))).toEqual(['A "plot" <b>'])
		expect(pictures[0]?.getAttribute('src')).toMatch(/^data:image\/png;base64,/)
		expect(page.title).toBe('</title><script>')
	})

	it('lead to where references can be found, and nowhere else', async () => {
		const reference = (link: string) => ({
			id: 'someone-2014',
			label: 'S',
			link,
			entry: [{ text: `Someone. ${link}` }],
		})
		const references = ['https://example.org/a', 'javascript:alert(1)', 'file:///etc/passwd'].map(reference)
		const { page, text } = read(await made('slides', [pointSlide('point', { references })]))
		const links = Array.from(page.querySelectorAll('a'), (each) => each.getAttribute('href'))
		expect(links).toEqual(['https://example.org/a'])
		expect(text).toContain('Someone. javascript:alert(1)')
	})

	it('have the colours of their theme', async () => {
		expect((await made('slides', [textSlide()], { theme: 'dark' })).toString()).toContain(
			'.sheet.dark{background:#181613',
		)
	})
})

describe('a handout', () => {
	it('holds the slides with their notes and what they rest on', async () => {
		const { page, text } = read(await made('handout', slidesOfAllTypes()))
		const sections = Array.from(page.querySelectorAll('.slide'))
		expect(sections.map((each) => each.querySelectorAll('.sheet').length)).toEqual([1, 4, 1, 1, 2])
		expect(sections[1]?.querySelector('.notes')?.textContent).toMatch(
			/suicide and abuse.*NOTES-point.*REFERENCE-point/s,
		)
		expect(text).toContain('HEADING-references')
	})

	it('is light, whatever the theme: ink is dear', async () => {
		expect((await made('handout', [textSlide()], { theme: 'dark' })).toString()).not.toContain('class="sheet dark"')
	})
})

describe('PPTX', () => {
	const odd = textSlide('odd', {
		heading: 'A & B <c> "d" \u0007 \ud800',
		text: `Some **bold** words & [a link](https://example.org/?a=1&b=2)\n\n1. one\n2. two\n\n![A plot](image:${image})`,
		notes: 'First *line*\n\n- a point & <more>\n- another',
	})
	let file: Uint8Array
	let parts: Record<string, Uint8Array>
	const get = vi.spyOn(https, 'get')
	const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
	const texts = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text)
	const numbered = (folder: string) =>
		Object.keys(parts).filter((path) => new RegExp(`^ppt/${folder}/[^/]+\\.xml$`).test(path))

	beforeAll(async () => {
		file = await made('pptx', [...slidesOfAllTypes(), odd])
		parts = unzipSync(file)
	})

	it('is a package that nobody has to repair, and was made without the network', () => {
		expect(packageFaults(file)).toEqual([])
		expect(get).not.toHaveBeenCalled()
	})

	it('holds text as text, slide by slide', () => {
		expect(numbered('slides')).toHaveLength(11)
		const claim = texts(part('ppt/slides/slide2.xml'))
		expect(claim).toEqual(
			expect.arrayContaining(['CLAIM-point', 'POLL-point', 'Accurate', 'Content notes: suicide and abuse']),
		)
		expect(texts(part('ppt/slides/slide3.xml'))).toEqual(expect.arrayContaining(['FINDING-point', 'FICTION-point']))
		const own = part('ppt/slides/slide11.xml')
		expect(texts(own)).toEqual(
			expect.arrayContaining(['A &amp; B &lt;c&gt; &quot;d&quot;  \ufffd', 'Some ', 'bold', 'a link', 'one', 'two']),
		)
		expect(own).toContain('descr="A plot"')
		expect(part('ppt/slides/_rels/slide11.xml.rels')).toContain('Target="https://example.org/?a=1&amp;b=2"')
		expect(Object.keys(parts).filter((path) => path.startsWith('ppt/media/'))).toHaveLength(1)
	})

	it('has notes line by line on each page of a slide', () => {
		const notes = (number: number) => texts(part(`ppt/notesSlides/notesSlide${number}.xml`))
		for (const number of [2, 3, 4, 5]) expect(notes(number)).toContain('NOTES-point')
		expect(notes(11).slice(0, 3)).toEqual(['First line', '• a point &amp; &lt;more&gt;', '• another'])
		for (const path of numbered('slides')) expect(part(path)).not.toContain('NOTES-')
	})

	it('has one title a slide, as outlines and screen readers want it', () => {
		for (const path of numbered('slides'))
			expect([path, part(path).split('<p:ph type="title"/>').length - 1]).toEqual([path, 1])
		expect(numbered('slideLayouts').filter((path) => part(path).includes('<p:ph type="title"/>'))).toHaveLength(1)
	})
})

describe('making', () => {
	it('says how far it is, and stops when it is cancelled', async () => {
		const stop = new AbortController()
		const shares: number[] = []
		const cancelled = (async () => {
			const asked = { presentation: presentationOf(), format: 'pptx' as const, images }
			for await (const step of makePresentation(asked, stop.signal)) {
				if (step.type === 'progress') shares.push(step.share)
				if (shares.length === 3) stop.abort()
			}
		})()
		await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
		expect(shares.length).toBeLessThan(6)
	})

	it('says so where there is nothing to make', async () => {
		for (const format of ['slides', 'handout', 'pptx'] as const)
			await expect(made(format, [])).rejects.toMatchObject({ code: 'NOT_FOUND' })
	})

	/** An export as the host makes it, with the library's part on this thread. */
	const exportsWith = (print: (html: string) => Promise<Uint8Array>, presentation = presentationOf()) =>
		new PresentationExports({
			store: { show: () => presentation, images: () => images },
			library: { presentations: { make: async (input: never) => makePresentation(input) } } as never,
			actions: { print },
			exports: { saved: () => Promise.reject(new Error('not asked for')) as never },
		})
	const finished = async (exports: PresentationExports, format: PresentationFormat) => {
		for await (const step of exports.run({ id: 'any', format })) if (step.type === 'done') return step
		throw new Error('it did not end')
	}

	it('prints slides on their own paper and handouts on that of the country', async () => {
		const pages: string[] = []
		const print = async (html: string) => {
			pages.push(html)
			return Buffer.from('%PDF-1.7')
		}
		expect((await finished(exportsWith(print), 'slides')).name).toBe('A presentation.pdf')
		expect((await finished(exportsWith(print), 'handout')).name).toBe('A presentation (handout).pdf')
		expect(pages[0]?.match(/@page\{size:[^;}]+/g)).toEqual(['@page{size:13.3333in 7.5in'])
		expect(pages[1]?.match(/@page\{size:[^;}]+/g)?.at(-1)).toMatch(/A4|letter/)
		expect((await finished(exportsWith(print), 'pptx')).name).toBe('A presentation.pptx')
		expect(pages).toHaveLength(2)
	})

	it('says what to do where nothing can print', async () => {
		const nowhere = exportsWith((html) => printWithBrowser(html, undefined, { platform: 'darwin', env: {} }))
		await expect(finished(nowhere, 'slides')).rejects.toMatchObject({
			code: 'UNAVAILABLE',
			next: expect.stringContaining('export as PowerPoint'),
		})
	})

	it('makes a PDF of a page a slide, with text that can be found', async ({ skip }) => {
		const { accessSync, constants } = await import('node:fs')
		const there = browserPlaces(process).some((place) => {
			try {
				accessSync(place, constants.X_OK)
				return true
			} catch {
				return false
			}
		})
		skip(!there, 'no browser that can print is installed')
		const { content } = await finished(exportsWith(printWithBrowser), 'slides')
		const pdf = Buffer.from(content, 'base64')
		expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
		const text = pdf.toString('latin1')
		expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(10)
		expect(text.match(/\/MediaBox\s*\[\s*0 0 960(\.\d+)? 540(\.\d+)?\s*\]/)).not.toBeNull()
		// Its letters can be copied: each font says which signs they are.
		expect(text).toContain('/ToUnicode')
	})
})
