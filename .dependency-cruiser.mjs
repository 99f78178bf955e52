/** The layer rules (see build/layers.ts): a wrong import fails `npm test`. */
import { layerRules } from './build/layers.ts'

export default {
	forbidden: layerRules(),
	options: {
		doNotFollow: { path: '(^|/)node_modules/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'types', 'node', 'default'],
			mainFields: ['module', 'main', 'types'],
		},
	},
}
