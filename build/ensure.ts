/** Builds Parallax if its sources have changed since the last build, and says so in one sentence on standard error. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { exclusively } from './lib/lock.ts'
import { inRoot, root } from './lib/paths.ts'
import { readStamp, stampOf } from './lib/stamp.ts'
import { BuildFailure, missingResult, runSteps } from './lib/steps.ts'

const sources = [
	'src',
	'resources',
	'build',
	'electron.vite.config.ts',
	'package.json',
	'package-lock.json',
	'tsconfig.base.json',
	'node_modules/.package-lock.json',
]
const stampFile = inRoot('out/build/stamp')

export interface EnsureOptions {
	/** Build even when nothing has changed. */
	force?: boolean
	/** Where its sentences go; standard error when left out. */
	say?: (sentence: string) => void
}

/**
 * Makes sure that `out/` holds a build of the sources as they are now. Calls in other processes wait for one another.
 * @throws BuildFailure when a step fails; the next call tries again
 */
export async function ensureBuilt({ force = false, say = console.error }: EnsureOptions = {}): Promise<void> {
	if (!force && isFresh()) return
	mkdirSync(inRoot('out/build'), { recursive: true })
	const waiting = () => say('Waiting for another build to end.')
	await exclusively(inRoot('out/build/lock.sqlite'), () => buildUnlessFresh(force, say), waiting)
}

/** Has the next call build: what is in `out/` is no build of its own any more. */
export const forgetBuild = (): void => rmSync(stampFile, { force: true })

/** Like `ensureBuilt` for a script: a failed build is said on standard error and ends the process with code 1. */
export async function ensureBuiltOrExit(options?: EnsureOptions): Promise<void> {
	try {
		await ensureBuilt(options)
	} catch (error) {
		if (!(error instanceof BuildFailure)) throw error
		console.error(error.message)
		process.exit(1)
	}
}

const isFresh = (): boolean => readStamp(stampFile) === stampOf(root, sources) && !missingResult()

async function buildUnlessFresh(force: boolean, say: (sentence: string) => void): Promise<void> {
	if (!force && isFresh()) return
	say('Building Parallax, because its sources have changed since the last build.')
	// Taken before: what changes during the build is not in it.
	const stamp = stampOf(root, sources)
	forgetBuild()
	await runSteps()
	const missing = missingResult()
	if (missing) throw new BuildFailure('check', `${missing} was not made.`)
	writeFileSync(stampFile, stamp)
}
