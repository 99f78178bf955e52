/** What this host says about itself over the contract. */
import type { HostDescription } from '#contract/host.ts'

/** @param version the app's version, as in package.json */
export const describeDesktop = (version: string): HostDescription => ({
	name: 'desktop',
	version,
	capabilities: {
		nativeMenus: true,
		printToPdf: true,
		secondScreen: true,
		chooseFolder: true,
		openFolder: true,
		saveFile: true,
		restart: true,
		ownScheme: true,
	},
})
