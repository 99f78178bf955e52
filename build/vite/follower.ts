/** How the page for followers is built: small, alone, and for phones that are some years old. */
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { inRoot } from '../lib/paths.ts'
import { noteBundled } from './bundled.ts'

export default defineConfig({
	root: inRoot('src/renderer/follower'),
	base: '/',
	plugins: [vue(), noteBundled('follower')],
	resolve: {
		alias: [
			{ find: 'decode-named-character-reference', replacement: inRoot('build/vite/plain-markdown.ts') },
			{ find: /^\.\.\/createLucideIcon\.mjs$/, replacement: inRoot('build/vite/plain-icon.ts') },
			// As micromark-core-commonmark names its own files.
			{
				find: /^\.\/lib\/(html-flow|html-text|autolink|code-indented)\.js$/,
				replacement: inRoot('build/vite/plain-markdown.ts'),
			},
		],
	},
	define: { __VUE_OPTIONS_API__: 'false' },
	build: {
		outDir: inRoot('out/follower'),
		emptyOutDir: true,
		target: ['es2019', 'safari13'],
		cssTarget: ['chrome80', 'firefox78', 'safari13'],
		minify: true,
		// The listener's policy allows no inline code and no data: addresses.
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
		// What searches words is beside what reads links; nothing of it is used here.
		rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/[\\/](lunr|domain)[\\/]/.test(id) } },
	},
})
