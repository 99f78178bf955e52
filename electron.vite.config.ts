/** Builds the three parts: the program (main), the bridge (preload) and the window (renderer). See build/README.md. */
import { defineConfig } from 'electron-vite'
import { inRoot } from './build/lib/paths.ts'
import { noteBundled } from './build/vite/bundled.ts'
import { fsrsBrowser } from './build/vite/fsrs-browser.ts'
import { rendererConfig } from './build/vite/renderer.ts'

export default defineConfig({
	main: {
		plugins: [fsrsBrowser, noteBundled('main')],
		build: {
			outDir: inRoot('out/main'),
			// Everything but electron and Node's own modules goes in: starts faster, and nothing is left to install.
			externalizeDeps: false,
			rolldownOptions: {
				input: {
					index: inRoot('src/main/index.ts'),
					cli: inRoot('src/cli/index.ts'),
					'library-worker': inRoot('src/backend/library/worker.ts'),
					'annotations-worker': inRoot('src/backend/annotations/work/worker.ts'),
					'cards-worker': inRoot('src/backend/cards/transfer/worker.ts'),
					'classroom-listener': inRoot('src/server/classroom/worker.ts'),
				},
				transform: { inject: { FormData: [inRoot('build/vite/lazy-form-data.ts'), 'LazyFormData'] } },
				// Beside the entries, so that import.meta.url finds the same neighbours from a shared chunk.
				output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
			},
		},
	},
	preload: {
		plugins: [noteBundled('preload')],
		build: {
			outDir: inRoot('out/preload'),
			externalizeDeps: false,
			rolldownOptions: {
				input: { index: inRoot('src/preload/index.ts') },
				// A sandboxed preload must be one CommonJS file.
				output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
			},
		},
	},
	renderer: rendererConfig,
})
