/** What counts as an entry; whatever no entry reaches is dead and fails `npm test`. */
import type { KnipConfig } from 'knip'

export default {
	entry: [
		// Entries that only the build names.
		'src/cli/index.ts!',
		'src/backend/library/worker.ts!',
		'src/backend/annotations/work/worker.ts!',
		'src/backend/cards/transfer/worker.ts!',
		'src/server/classroom/worker.ts!',
		// The audience view, which the renderer's build names.
		'src/renderer/room/main.ts!',
		'src/renderer/follower/main.ts!',
		// Scripts that are run, not imported.
		'build/*.{ts,mjs}',
		'build/start/download.ts',
		// Put in by the bundler wherever the global is named.
		'build/vite/lazy-form-data.ts',
		// A build of its own, and what it puts in.
		'build/vite/follower.ts',
		'build/vite/plain-*.ts',
		'build/test/*-reporter.ts',
		// Run as a process of its own by its neighbours.
		'tests/**/entry.ts',
		'tests/**/children/*.{ts,mjs}',
		// Found by build/bench.ts.
		'tests/bench/*.ts',
		'tests/bench/empty-page/main.ts',
	],
	project: ['src/**/*.{ts,vue,css}', 'build/**/*.{ts,mjs}', 'tests/**/*.ts'],
	ignoreExportsUsedInFile: true,
	// Started by build/test/checks.ts and build/package.ts as programs, by their package's name.
	ignoreDependencies: ['dependency-cruiser', 'electron-builder', 'vue-tsc'],
	// Reads what was printed, in the slow run alone, which says so when it is not there.
	ignoreBinaries: ['pdftotext'],
	compilers: {
		// Styles import fonts and one another.
		css: (text: string) =>
			[...text.matchAll(/@import\s+(?:url\()?(['"][^'"]+['"])/g)].map(([, path]) => `import ${path}`).join('\n'),
	},
} satisfies KnipConfig
