/** One HTML file with everything in it: for reading on a screen, light or dark, and for printing. */
import { type Block, hasWideTable } from '#domain/export/model.ts'
import type { CitedDocument, CitedRun, FootnoteRun } from './cited.ts'
import { escaped } from './escaped.ts'
import { exportStyle } from './html-style.ts'

/** @returns a page that loads nothing. */
export function toHtml(document: CitedDocument): string {
	const notes: FootnoteRun[] = []
	const body = [
		`<header><h1>${escaped(document.title)}</h1>`,
		document.subtitle ? `<p class="subtitle">${escaped(document.subtitle)}</p>` : '',
		`<p class="date"><time datetime="${document.date}">${escaped(dateWords(document))}</time></p></header>`,
		document.legend?.length ? `<p class="legend">Colours: ${inline(document.legend, notes)}</p>` : '',
		...document.sections.map(
			({ title, blocks }) =>
				`<section>${title ? `<h2>${escaped(title)}</h2>` : ''}${withMargin(blocks, notes).join('\n')}</section>`,
		),
		footnotes(notes),
		references(document),
	].filter((part) => part)
	return `<!doctype html>
<html lang="${escaped(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Parallax">
<title>${escaped(document.title)}</title>
<style>${exportStyle(document.title, hasWideTable(document.sections))}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`
}

/** @returns the day as people write it: `22 November 2026`. */
export const dateWords = ({ date, language }: Pick<CitedDocument, 'date' | 'language'>): string =>
	new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

/** Blocks as they follow each other; one with notes beside it is set in a row with them. */
function withMargin(blocks: readonly Block<CitedRun>[], notes: FootnoteRun[]): string[] {
	const rows: { text: string; margin: string[] }[] = []
	for (const block of blocks) {
		const html = blockHtml(block, notes)
		const last = rows.at(-1)
		if (block.type === 'note' && block.beside && last) last.margin.push(html)
		else rows.push({ text: html, margin: [] })
	}
	return rows.map(({ text, margin }) =>
		margin.length ? `<div class="noted">${text}<div class="margin">${margin.join('\n')}</div></div>` : text,
	)
}

function blockHtml(block: Block<CitedRun>, notes: FootnoteRun[]): string {
	const line = (runs: readonly CitedRun[]) => inline(runs, notes)
	switch (block.type) {
		case 'heading':
			return `<h${block.level + 1}>${line(block.runs)}</h${block.level + 1}>`
		case 'paragraph':
			return `<p${block.role ? ` class="${block.role}"` : ''}>${line(block.runs)}</p>`
		case 'quote':
			return `<figure><blockquote><p>${line(block.runs)}</p></blockquote>${
				block.source ? `<figcaption>${line(block.source)}</figcaption>` : ''
			}</figure>`
		case 'list': {
			const name = block.ordered ? 'ol' : 'ul'
			const items = block.items.map((item) => `<li>${item.map((each) => blockHtml(each, notes)).join('')}</li>`)
			return `<${name}>${items.join('')}</${name}>`
		}
		case 'table': {
			const head = block.head.map((cell) => `<th scope="col">${line(cell)}</th>`).join('')
			const rows = block.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${line(cell)}</td>`).join('')}</tr>`)
			return `<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
		}
		case 'note': {
			const inner = block.blocks.map((each) => blockHtml(each, notes)).join('')
			return `<aside><p class="label">${escaped(block.label)}</p>${inner}</aside>`
		}
		default:
			return '<hr>'
	}
}

function inline(runs: readonly CitedRun[], notes: FootnoteRun[]): string {
	return runs
		.map((run) => {
			if (run.type === 'footnote') {
				notes.push(run)
				const { number } = run
				return `<sup><a id="ref-${number}" href="#note-${number}" aria-label="Note ${number}">${number}</a></sup>`
			}
			let html = escaped(run.text)
			if (run.code) html = `<code>${html}</code>`
			if (run.emphasis) html = `<em>${html}</em>`
			if (run.strong) html = `<strong>${html}</strong>`
			if (run.highlight) html = `<mark class="${run.highlight.replace(/[^a-z-]/g, '')}">${html}</mark>`
			if (run.href) html = `<a href="${escaped(run.href)}">${html}</a>`
			return html
		})
		.join('')
}

function footnotes(notes: FootnoteRun[]): string {
	if (!notes.length) return ''
	const items = notes.map(
		({ number, runs }) =>
			`<li id="note-${number}">${inline(runs, [])} <a class="back" href="#ref-${number}" aria-label="Back to the text">↩</a></li>`,
	)
	return `<section class="notes"><h2>Endnotes</h2><ol>${items.join('\n')}</ol></section>`
}

function references({ references: { title, entries } }: CitedDocument): string {
	if (!entries.length) return ''
	const items = entries.map(({ runs }) => `<p>${inline(runs, []).replace(address, '<a href="$&">$&</a>')}</p>`)
	return `<section class="references"><h2>${escaped(title)}</h2>\n${items.join('\n')}</section>`
}

/** An address in text that is already escaped; the full stop after it is not part of it. */
const address = /https?:\/\/[^\s<>")]+[^\s<>").,;]/g
