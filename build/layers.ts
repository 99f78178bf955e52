/** The walls of the house (DESIGN.md): which folder may use which. `.dependency-cruiser.mjs` makes lint rules of them. */

export interface Layer {
	/** Other folders of src/ that it may import. */
	uses: string[]
	/** Whether it may import Node's own modules. */
	node?: boolean
	/** The npm packages that it may import; `name/*` stands for a scope. A package is listed before it is used. */
	packages: string[]
}

/** Pure logic as packages: no Node, no DOM. */
const pure = [
	'micromark',
	'temporal-polyfill',
	'ts-fsrs',
	'approx-string-match',
	'diff',
	'lunr',
	'papaparse',
	'yaml',
	'mdast',
	'unist',
	'mdast-util-directive',
	'mdast-util-from-markdown',
	'micromark-extension-directive',
]
const citations = [
	'@citation-js/core',
	'@citation-js/plugin-bibtex',
	'@citation-js/plugin-csl',
	'@citation-js/plugin-ris',
]
const rpcServer = [
	'@orpc/client',
	'@orpc/contract',
	'@orpc/server',
	'@orpc/standard-server',
	'@orpc/standard-server-peer',
]

export const layers: Record<string, Layer> = {
	contract: { uses: [], packages: ['@orpc/contract', '@orpc/client', 'zod'] },
	domain: { uses: ['contract'], packages: pure },
	backend: {
		uses: ['domain', 'contract'],
		node: true,
		packages: [
			...pure,
			...rpcServer,
			...citations,
			'docx',
			'env-paths',
			'fflate',
			'fsrs-browser',
			'liquidjs',
			'pbf',
			'pptxgenjs',
			'qrcode',
			'sanitize-html',
		],
	},
	main: { uses: ['backend', 'contract'], node: true, packages: ['electron'] },
	preload: { uses: ['contract'], packages: ['electron'] },
	server: { uses: ['backend', 'contract'], node: true, packages: ['hono', '@hono/node-server', 'ws'] },
	// `serve` is a command: the command line starts the browser host.
	cli: { uses: ['server', 'backend', 'contract'], node: true, packages: [] },
	renderer: {
		uses: ['domain', 'contract'],
		packages: [
			'vue',
			'vue-router',
			'pinia',
			'reka-ui',
			'@vueuse/core',
			'@lucide/vue',
			'@fontsource-variable/*',
			'@orpc/client',
			'@observablehq/plot',
			'@tanstack/vue-virtual',
		],
	},
}

const escaped = (text: string): string => text.replace(/[.\-/]/g, '\\$&')

/** @returns a pattern for the folder of a package in node_modules, its types included. */
function packagePattern(name: string): string {
	const inside = name.endsWith('/*') ? `${escaped(name.slice(0, -2))}\\/[^/]+` : escaped(name)
	return `(^|/)node_modules\\/(@types\\/)?${inside}\\/`
}

/** @returns dependency-cruiser's rules: for each layer its folders, its packages and Node, then the inner walls. */
export function layerRules(): object[] {
	const perLayer = Object.entries(layers).flatMap(([name, { uses, node, packages }]) => {
		const from = { path: `^src/${name}/` }
		const own = [name, ...uses].join('|')
		const files = name === 'renderer' ? [`^src/(${own})/`, '^resources/(icons|help)/'] : [`^src/(${own})/`]
		const rules: object[] = [
			{
				name: `${name}-layers`,
				comment: `src/${name} may import ${uses.length > 0 ? uses.map((each) => `src/${each}`).join(', ') : 'no other folder'}.`,
				severity: 'error',
				from,
				to: { pathNot: files, dependencyTypesNot: ['core', ...npmTypes], couldNotResolve: false },
			},
			{
				name: `${name}-packages`,
				comment: `src/${name} may import the packages that build/layers.ts lists for it.`,
				severity: 'error',
				from,
				to: { pathNot: packages.map(packagePattern), dependencyTypes: npmTypes },
			},
		]
		if (node) return rules
		const comment = `src/${name} runs where Node's modules are not.`
		return [...rules, { name: `${name}-no-node`, comment, severity: 'error', from, to: { dependencyTypes: ['core'] } }]
	})
	return [...perLayer, ...innerRules]
}

const npmTypes = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

const innerRules = [
	{
		name: 'preload-types-only',
		comment: 'The preload is a thin bridge: of the contract it may know the types.',
		severity: 'error',
		from: { path: '^src/preload/' },
		to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
	},
	{
		name: 'features-apart',
		comment: 'Features never import one another: the router composes them.',
		severity: 'error',
		from: { path: '^src/renderer/features/([^/]+)/' },
		to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
	},
	{
		name: 'features-on-top',
		comment: 'What features are made of knows no feature.',
		severity: 'error',
		from: { path: '^src/renderer/(client|stores|ui|composables|styles)/' },
		to: { path: '^src/renderer/features/' },
	},
	{
		name: 'no-cycles',
		comment: 'Files that need one another are one file, or lack a third. An import of types alone is gone at run time.',
		severity: 'error',
		from: { path: '^src/' },
		to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
	},
	{
		name: 'found',
		comment: 'An import that leads nowhere.',
		severity: 'error',
		from: { path: '^src/' },
		to: { couldNotResolve: true },
	},
]
