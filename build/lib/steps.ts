/** What a build consists of. Each step is a child process, so that one that fails takes nothing along. */
import { existsSync } from 'node:fs'
import { binOf } from './bins.ts'
import { inRoot } from './paths.ts'
import { runNode } from './run.ts'

export interface Step {
	name: string
	args: string[]
}

const script = (name: string, file: string): Step => ({ name, args: [inRoot(file)] })

const packs = script('packs', 'build/compile-packs.ts')
const icons = script('icons', 'build/icons.ts')
const styles = script('citation styles and templates', 'build/styles.ts')
const notices = script('licence notices', 'build/notices.ts')
const bundles: Step = {
	name: 'program and windows',
	args: [binOf('electron-vite'), 'build', '--logLevel', 'warn'],
}
const follower: Step = {
	name: 'page for followers',
	args: [binOf('vite'), 'build', '--config', inRoot('build/vite/follower.ts'), '--logLevel', 'warn'],
}

/** Steps in the same row do not need one another; a row needs the rows before it (notices name what was bundled). */
const rows: Step[][] = [[bundles, follower, packs, icons, styles], [notices]]

/** What development needs that the development server does not make itself. */
export const assetRows: Step[][] = [[follower, packs, icons, styles], [notices]]

/** What must be there after a build; a missing one means building again. */
const results = [
	'out/main/index.js',
	'out/main/cli.js',
	'out/main/library-worker.js',
	'out/main/annotations-worker.js',
	'out/main/cards-worker.js',
	'out/main/classroom-listener.js',
	'out/preload/index.cjs',
	'out/renderer/index.html',
	'out/follower/index.html',
	'out/packs',
	'out/styles',
	'out/templates',
	'out/icons/icon.png',
	'out/notices.json',
]

/** @returns the first thing that a build should have left and that is not there. */
export const missingResult = (): string | undefined => results.find((path) => !existsSync(inRoot(path)))

/** A step of a build that failed, with everything it said. */
export class BuildFailure extends Error {
	constructor(step: string, output: string) {
		super(`The build failed at its step "${step}".\n\n${output.trim()}`)
	}
}

/** Runs the steps of a build. @throws BuildFailure */
export async function runSteps(todo: Step[][] = rows): Promise<void> {
	for (const row of todo) {
		const ended = await Promise.all(row.map(async (step) => ({ step, ...(await runNode(step.args)) })))
		for (const { step, code, output } of ended) if (code !== 0) throw new BuildFailure(step.name, output)
	}
}
