/** How the window's pages are built: the same for the desktop app, the browser host and the development server. */
import vue from '@vitejs/plugin-vue'
import type { UserConfig } from 'vite'
import { inRoot, root } from '../lib/paths.ts'
import { noteBundled } from './bundled.ts'
import { preloadPage } from './preload-page.ts'

export const rendererConfig = {
	root: inRoot('src/renderer'),
	plugins: [
		vue(),
		noteBundled('renderer'),
		// What most windows are opened for.
		preloadPage('/features/compare/compare-page.vue'),
		// electron-vite makes addresses relative; both hosts serve the pages from the root, and routes are paths.
		{ name: 'parallax:base', enforce: 'post', config: () => ({ base: '/' }) },
	],
	// Its variant for browsers makes markup of entities, which the policy of the windows refuses.
	resolve: {
		alias: { 'decode-named-character-reference': inRoot('node_modules/decode-named-character-reference/index.js') },
	},
	// The development server gives out no file beyond its root otherwise, and the other layers are beside it.
	server: { fs: { allow: [root] } },
	build: {
		outDir: inRoot('out/renderer'),
		emptyOutDir: true,
		// The browser host meets other engines than Electron's: what Vite calls "baseline widely available".
		target: 'es2023',
		cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
		minify: true,
		// The content security policy allows no inline code and no data: addresses.
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
		// One style for all pages: a page's own would be asked for only when its script has run, and hold it up.
		cssCodeSplit: false,
		// The app, and the audience view, which is a page of its own.
		rolldownOptions: { input: [inRoot('src/renderer/index.html'), inRoot('src/renderer/room.html')] },
	},
} satisfies UserConfig
