/** How soon Compare is seen and answers to a key, against an empty Vue page on the same host. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { inRoot } from '../../build/lib/paths.ts'
import { rendererConfig } from '../../build/vite/renderer.ts'
import { withBrowser } from './browser.ts'
import { byTurns, compared, type Row } from './row.ts'

declare global {
	interface Window {
		/** Milliseconds from the start of the navigation. */
		seen: Promise<{ paint: number; key: number }>
	}
}

export async function rows(): Promise<Row[]> {
	const empty = mkdtempSync(join(tmpdir(), 'parallax-empty-'))
	try {
		await buildEmptyPage(empty)
		return await withBrowser(
			inRoot('out/packs'),
			async ({ visit }) => {
				const paints = { ours: [] as number[], theirs: [] as number[] }
				const open = (site: number, path: string, into: number[]) => () =>
					visit(
						async (page, origin) => {
							await page.goto(origin + path, { waitUntil: 'commit' })
							const { paint, key } = await page.evaluate(() => window.seen)
							into.push(paint)
							return key
						},
						site,
						watchPage,
					)
				const keys = await byTurns(
					20,
					open(0, '/compare/intimate-psychotherapy-and-sex-therapy', paints.ours),
					open(1, '/', paints.theirs),
				)
				// As in `keys`, the first of each does not count.
				const painted = { ours: paints.ours.slice(1), theirs: paints.theirs.slice(1) }
				const note = 'theirs: an empty Vue page; cold cache'
				return [
					compared('Compare: first contentful paint', painted, { unit: 'ms', goal: 2, note }),
					compared('Compare: first key handled after its rows are shown', keys, { unit: 'ms', goal: 2, note }),
				]
			},
			[empty],
		)
	} finally {
		rmSync(empty, { recursive: true, force: true })
	}
}

/** Built as Parallax's own pages are. */
const buildEmptyPage = async (outDir: string): Promise<void> => {
	const root = inRoot('tests/bench/empty-page')
	const { plugins, build: settings } = rendererConfig
	const rolldownOptions = { input: join(root, 'index.html') }
	await build({
		configFile: false,
		logLevel: 'warn',
		root,
		plugins: [plugins[0]],
		build: { ...settings, outDir, rolldownOptions },
	})
}

/** Runs in the page: presses a key as soon as rows have been painted, and notes when the focus has moved to one. */
function watchPage(): void {
	const paint = new Promise<number>((resolve) => {
		const observer = new PerformanceObserver((list) => {
			const [entry] = list.getEntriesByName('first-contentful-paint')
			if (entry) resolve(entry.startTime)
		})
		observer.observe({ type: 'paint', buffered: true })
	})
	const key = new Promise<number>((resolve) => {
		let painted = false
		addEventListener('focusin', ({ target }) => {
			if (painted && target instanceof Element && target.closest('[data-row]')) resolve(performance.now())
		})
		const press = () => {
			painted = true
			document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
		}
		new MutationObserver((_, observer) => {
			if (!document.querySelector('[data-row]')) return
			observer.disconnect()
			// A task after the next frame: what keeps the page from painting or from taking a key delays it.
			requestAnimationFrame(() => setTimeout(press))
		}).observe(document, { childList: true, subtree: true })
	})
	window.seen = Promise.all([paint, key]).then(([paint, key]) => ({ paint, key }))
}
