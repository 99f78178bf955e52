/** Unit and contract tests. `npm test` runs them with its own reporter; `npx vitest run <file>` runs one alone. */
import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const unit = ['tests/unit/**/*.test.ts']
const pure = ['tests/unit/{domain,renderer}/**/*.test.ts']

export default defineConfig({
	plugins: [vue()],
	test: {
		allowOnly: !process.env.PARALLAX_REPORT,
		// One core is left free by default, and the machine that builds has two.
		maxWorkers: availableParallelism(),
		projects: [
			{ extends: true, test: { name: 'unit', include: unit, exclude: pure, testTimeout: 20_000 } },
			// What touches nothing but itself needs no process of its own for each file.
			{ extends: true, test: { name: 'pure', include: pure, isolate: false, testTimeout: 20_000 } },
			{ extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 20_000 } },
			{ extends: true, test: { name: 'slow', include: ['tests/slow/**/*.test.ts'], testTimeout: 600_000 } },
		],
	},
})
