/** Has the browser fetch a page's scripts along with the window's own, instead of after those have run. */
import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Scripts only: a preloaded style that the first page does not use would be warned of in the console.
 * @param page end of the path of the page's module
 */
export function preloadPage(page: string): Plugin {
	return {
		name: 'parallax:preload-page',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler(html, { bundle = {}, path }) {
				if (path !== '/index.html') return []
				const chunk = Object.values(bundle).find(
					(output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(page),
				)
				if (chunk?.type !== 'chunk') throw new Error(`The build has no page ${page} to preload.`)
				const files = new Set([chunk.fileName])
				for (const file of files) {
					const output = bundle[file]
					if (output?.type === 'chunk') for (const imported of output.imports) files.add(imported)
				}
				return [...files]
					.filter((file) => !html.includes(file))
					.map(
						(file): HtmlTagDescriptor => ({
							tag: 'link',
							attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
							injectTo: 'head',
						}),
					)
			},
		},
	}
}
