/** Printing with an installed Chromium, Chrome or Edge, for hosts that have no printer of their own. */
import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../failure.ts'
import { cancelled } from './progress.ts'

/** Milliseconds that a browser may take for one document. */
const patience = 120_000

interface Surroundings {
	platform: NodeJS.Platform
	env: NodeJS.ProcessEnv
}

/** @returns where a browser may be, best first: `PARALLAX_BROWSER`, then each system’s usual places. */
export function browserPlaces({ platform, env }: Surroundings): string[] {
	const named = env.PARALLAX_BROWSER ? [env.PARALLAX_BROWSER] : []
	if (platform === 'win32') {
		const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
		const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
		return [...named, ...programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))]
	}
	if (platform === 'darwin') {
		const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
		const roots = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])]
		return [
			...named,
			...programs.flatMap((program) => roots.map((root) => `${root}/${program}.app/Contents/MacOS/${program}`)),
		]
	}
	const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave']
	const folders = [...(env.PATH ?? '').split(delimiter).filter((folder) => folder), '/usr/bin', '/snap/bin']
	return [...named, ...new Set(programs.flatMap((program) => folders.map((folder) => join(folder, program))))]
}

/** @returns the first browser that is there and may be run. */
async function findBrowser(places: readonly string[]): Promise<string | undefined> {
	for (const place of places) {
		const there = await access(place, constants.X_OK).then(
			() => true,
			() => false,
		)
		if (there) return place
	}
	return undefined
}

/**
 * Prints a page with an installed browser, in a profile of its own that is removed after.
 * @throws Failure when there is no browser, or it does not print
 */
export async function printWithBrowser(
	html: string,
	signal?: AbortSignal,
	surroundings: Surroundings = process,
): Promise<Uint8Array> {
	const browser = await findBrowser(browserPlaces(surroundings))
	if (!browser)
		throw new Failure(
			'UNAVAILABLE',
			'No browser was found that can print a PDF.',
			'Install Chromium, Chrome or Edge, or name one in PARALLAX_BROWSER. Or export as HTML and print that from your browser.',
		)
	const folder = await mkdtemp(join(tmpdir(), 'parallax-print-'))
	try {
		const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
		await writeFile(page, html, { mode: 0o600 })
		await run(browser, argumentsFor(page, pdf, join(folder, 'profile'), surroundings), signal)
		return await readFile(pdf)
	} catch (cause) {
		if (signal?.aborted) throw cancelled()
		throw new Failure(
			'UNAVAILABLE',
			'The browser could not print the document.',
			'Export as HTML, open the file and print it as PDF.',
			{ cause },
		)
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 })
	}
}

function argumentsFor(page: string, pdf: string, profile: string, { platform }: Surroundings): string[] {
	// As root a browser refuses its sandbox. The page was made here, holds no scripts and loads nothing.
	const root = platform === 'linux' && process.getuid?.() === 0
	return [
		'--headless=new',
		'--disable-gpu',
		'--disable-extensions',
		'--no-first-run',
		'--no-default-browser-check',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		...(root ? ['--no-sandbox'] : []),
		`--user-data-dir=${profile}`,
		// The page has running heads of its own.
		'--no-pdf-header-footer',
		'--generate-pdf-document-outline',
		`--print-to-pdf=${pdf}`,
		pathToFileURL(page).href,
	]
}

/** @throws Error when the program ends with anything but 0, or takes too long */
function run(program: string, words: readonly string[], signal: AbortSignal | undefined): Promise<void> {
	const ending = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])])
	return new Promise((resolve, reject) => {
		const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], signal: ending, windowsHide: true })
		let said = ''
		child.stderr.on('data', (data: Buffer) => {
			said = (said + data.toString()).slice(-2000)
		})
		child.on('error', reject)
		child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`It ended with ${code}: ${said}`))))
	})
}
