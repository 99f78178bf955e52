/** Each format is read back by another reader, which finds quotes, notes and references. */
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import mammoth from 'mammoth'
import { fromMarkdown } from 'mdast-util-from-markdown'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { styleIds } from '#domain/citations/styles.ts'
import type { ExportInput, ExportNote } from '#domain/export/input.ts'
import { input, made, notes } from './sample.ts'

const quote = 'The current is switched on & the man “is cured” <at once>.'

describe('Word', () => {
	const parts = async (...options: Parameters<typeof made> extends [unknown, ...infer R] ? R : never) => {
		const files = unzipSync((await made('docx', ...options)) as Uint8Array)
		return (name: string) => strFromU8(files[name] ?? new Uint8Array())
	}

	it('holds quotes, notes and references, as another reader finds them', async () => {
		const buffer = (await made('docx')) as Buffer
		const { value: html, messages } = await mammoth.convertToHtml(
			{ buffer },
			{ styleMap: ["p[style-name='Quote'] => blockquote:fresh"] },
		)
		expect(messages.filter(({ type }) => type === 'error')).toEqual([])
		const page = new Window().document
		page.body.innerHTML = html
		expect(Array.from(page.querySelectorAll('h1'), (each) => each.textContent)).toEqual(
			expect.arrayContaining(['The asylum on screen', 'The treatment today', 'Notes', 'References']),
		)
		expect(page.querySelector('blockquote')?.textContent).toBe(`${quote} (Roe, 1975)`)
		expect(page.body.textContent).toContain('One shock against a course:')
		expect(Array.from(page.querySelectorAll('ol > li'), (each) => each.textContent)).toEqual(['anaesthesia', 'consent'])
		expect(page.body.textContent).toContain('Doe, J. (2019). Sessions and outcomes. Journal of Examples, 8, 207–217.')
		expect(page.body.textContent).not.toContain('Nobody cites this')
		const links = Array.from(page.querySelectorAll('a'), (each) => each.getAttribute('href'))
		expect(links).toEqual(
			expect.arrayContaining([
				'parallax://open/read/asylum#one-shock-b2',
				'https://example.org/g',
				'https://doi.org/10.1000/xyz',
			]),
		)
	})

	it('has real styles, a title and a language', async () => {
		const file = await parts()
		expect(file('word/document.xml')).toContain('<w:pStyle w:val="Title"/>')
		expect(file('word/document.xml')).toMatch(/<w:shd [^>]*w:fill="f6cfe0"/)
		expect(file('word/styles.xml')).toMatch(/w:styleId="Bibliography"[\s\S]*?w:hanging="720"/)
		expect(file('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
		expect(file('docProps/core.xml')).toContain('<dc:title>My notes: “Shock” &amp; &lt;cure&gt;</dc:title>')
	})

	it('gives each paragraph one style, as Word demands, and each link one address', async () => {
		const file = await parts()
		const paragraphs = file('word/document.xml').match(/<w:pPr>.*?<\/w:pPr>/g) ?? []
		expect(paragraphs.length).toBeGreaterThan(10)
		for (const each of paragraphs) expect(each.match(/<w:pStyle/g)?.length ?? 0).toBeLessThan(2)
		expect(file('word/_rels/document.xml.rels')).toMatch(/Target="parallax:\/\/open\/read\/asylum(#one-shock-b2)?"/)
	})

	it('cites in footnotes where the style does', async () => {
		const file = await parts({ style: 'chicago-notes', layout: 'paired' })
		const footnotes = file('word/footnotes.xml')
		expect(footnotes).toContain(', directed by Jane Roe (Made Up Pictures, 1975).')
		expect(footnotes).toContain('Doe, “Sessions and Outcomes,” 210.')
		const numbers = [...file('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) =>
			Number(id),
		)
		expect(numbers).toEqual([1, 2, 3, 4, 5])
		for (const id of numbers) expect(footnotes).toContain(`w:id="${id}"`)
		expect(file('word/document.xml')).toContain('Bibliography')
	})

	it('lays a wide table on its side, its head repeated', async () => {
		const file = await parts({ layout: 'depictions' })
		expect(file('word/document.xml')).toMatch(/<w:pgSz [^>]*w:orient="landscape"/)
		expect(file('word/document.xml')).toContain('<w:tblHeader')
	})

	it('holds no sign that XML forbids', async () => {
		const odd = { ...input, title: 'A\u0000B\ud800', notes: [{ ...notes[2], comment: 'x\u0008y' }] }
		const file = await parts({ input: odd as ExportInput })
		expect(file('docProps/core.xml')).toContain('<dc:title>AB\ufffd</dc:title>')
		expect(file('word/document.xml')).toContain('>xy<')
	})
})

describe('HTML', () => {
	const page = async (...options: Parameters<typeof made> extends [unknown, ...infer R] ? R : never) => {
		const { document } = new Window()
		document.write(String(await made('html', ...options)))
		return document
	}

	it('holds quotes, notes and references, and loads nothing', async () => {
		const document = await page()
		expect(document.documentElement.lang).toBe('en-GB')
		expect(document.title).toBe('My notes: “Shock” & <cure>')
		expect(document.querySelector('blockquote')?.textContent).toBe(`${quote} (Roe, 1975)`)
		expect(document.querySelector('figcaption')?.textContent).toBe('The asylum on screen, section ‘One shock’, para. 2')
		expect(document.querySelector('aside li')?.textContent).toBe('anaesthesia')
		expect(document.querySelector('mark.pink')).not.toBeNull()
		expect(document.querySelector('.references em')?.textContent).toBe('Journal of Examples')
		expect(document.querySelectorAll('script, link, img, iframe, [src]')).toHaveLength(0)
	})

	it('leads from each footnote’s number to its text and back', async () => {
		const document = await page({ style: 'chicago-notes' })
		const numbers = Array.from(document.querySelectorAll('sup a'))
		expect(numbers.length).toBeGreaterThan(2)
		for (const each of numbers) {
			const note = document.querySelector(each.getAttribute('href') ?? '')
			expect(note?.querySelector('a')?.getAttribute('href')).toBe(`#${each.id}`)
		}
	})

	it('marks highlights in place and puts the note after its paragraph', async () => {
		const document = await page({ layout: 'text' })
		const marks = document.querySelectorAll('section mark')
		expect(Array.from(marks, (each) => each.textContent).join('')).toBe('Somewhere a sw')
		expect(document.querySelector('.legend')?.textContent).toBe('Colours: Fiction')
		expect(document.querySelector('.legend mark')?.className).toBe(marks[0]?.className)
		const paragraph = document.querySelector('.noted > p')
		expect(paragraph?.textContent).toBe('Somewhere a switch is thrown (Doe, 2019; Roe, 1975).')
		expect(paragraph?.nextElementSibling?.querySelector('aside')?.textContent).toContain('One shock against')
	})
})

describe('Markdown', () => {
	it('has front matter that YAML reads, wiki links, highlights and callouts for Obsidian', async () => {
		const text = String(await made('md-obsidian'))
		const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
		expect(parse(front)).toEqual({
			title: 'My notes: “Shock” & <cure>',
			subtitle: 'Media and mind, week 3',
			date: '2026-11-22',
			lang: 'en-GB',
			tags: ['consent', 'first-essay', 'plan'],
		})
		expect(body).toContain('## [[The asylum on screen]]')
		expect(body).toContain('- [[Asylum]] & law')
		expect(body).toContain('> [!question] My question')
		expect(body).toContain('> ==The current is switched on')
	})

	it('plain, reads back as the same words', async () => {
		const tree = fromMarkdown(String(await made('md')))
		const words = (node: object): string =>
			'value' in node ? String(node.value) : 'children' in node ? (node.children as object[]).map(words).join('') : ''
		const quotes = tree.children.filter(({ type }) => type === 'blockquote').map(words)
		expect(quotes[0]).toBe(`${quote} (Roe, 1975)— The asylum on screen, section ‘One shock’, para. 2`)
		expect(words(tree)).toContain('Ward Seven [Film]. Made Up Pictures.')
		expect(words(tree)).not.toContain('==')
	})

	it('keeps lists tight and nested, begins a list below its label, and shows highlights as the flavour does', async () => {
		const nested = { ...(notes[2] as ExportNote), comment: '- one\n  - two\n- three' }
		const plain = String(await made('md', { input: { ...input, notes: [nested] } }))
		expect(plain).toContain('**My note:**\n\n- one\n  - two\n- three\n')
		expect(String(await made('md', { layout: 'text' }))).toContain('<mark>Somewhere</mark> ')
		expect(String(await made('md-obsidian', { layout: 'text' }))).toContain('==Somewhere== ')
	})

	it('has tags that Obsidian takes', async () => {
		const tagged = { ...(notes[2] as ExportNote), tags: ['2026', 'consent & ethics', 'a/b', 'über'] }
		const text = String(await made('md-obsidian', { input: { ...input, notes: [tagged] } }))
		expect(parse(text.split('---')[1] ?? '').tags).toEqual(['_2026', 'consent-ethics', 'a/b', 'über'])
	})

	it('numbers its footnotes', async () => {
		const text = String(await made('md', { style: 'chicago-notes' }))
		const named = [...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, id]) => id)
		const defined = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, id]) => id)
		expect(named).toEqual(['1', '2', '3'])
		expect(defined).toEqual(named)
	})
})

it('CSV has a row for each note, links with both passages', async () => {
	const { data, errors } = Papa.parse<Record<string, string>>(String(await made('csv')), { header: true })
	expect(errors).toEqual([])
	expect(data).toHaveLength(3)
	expect(data[0]).toMatchObject({
		Quote: quote,
		Place: 'section ‘One shock’, para. 2',
		Relation: 'contradicts',
		'Second document': 'The treatment today',
		Tags: 'consent, first essay',
		Sources: 'ward-seven, doe-2019',
	})
	expect(data[0]?.Comment).toContain('1. anaesthesia')
})

it.each(styleIds)('%s names all its sources at the end', async (style) => {
	const text = String(await made('md', { style }))
	expect(text).toContain('Sessions')
	expect(text).toContain('Ward Seven')
})
