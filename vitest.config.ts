/** Unit and contract tests. `npm test` runs them with its own reporter; `npx vitest --project unit` runs them alone. */
import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
	plugins: [vue()],
	test: {
		allowOnly: !process.env.PARALLAX_REPORT,
		// One core is left free by default, and the machine that builds has two.
		maxWorkers: availableParallelism(),
		projects: [
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 } },
			{ extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], testTimeout: 20_000 } },
			{ extends: true, test: { name: 'slow', include: ['tests/slow/**/*.test.ts'], testTimeout: 600_000 } },
		],
	},
})
