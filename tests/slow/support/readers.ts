/** Programs beside ours that open exported files: LibreOffice and pdftotext, where they are installed. */
import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const programs = {
	soffice: {
		asked: '--version',
		from: 'LibreOffice (Debian and Ubuntu: libreoffice-writer; elsewhere: libreoffice.org)',
	},
	pdftotext: { asked: '-v', from: 'Poppler (Debian and Ubuntu: poppler-utils; macOS: brew install poppler)' },
}

/** @returns which of the programs is not there and where it comes from; undefined when all are. It is printed as well. */
export function lacking(...names: (keyof typeof programs)[]): string | undefined {
	const name = names.find((each) => spawnSync(each, [programs[each].asked]).error)
	if (!name) return undefined
	const words = `${name} is not installed; it comes with ${programs[name].from}`
	console.warn(`Skipped: ${words}.`)
	return words
}

/** @returns the pages of a PDF as text, without those that are empty */
export async function pagesOf(pdf: string): Promise<string[]> {
	const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 50_000_000 })
	return stdout.split('\f').filter((page) => page.trim())
}

/** Opens Word files in LibreOffice and saves each as a PDF in the folder. @param profile a folder of its own, so that none is disturbed */
export async function printWithLibreOffice(files: readonly string[], folder: string, profile: string): Promise<void> {
	const own = `-env:UserInstallation=${pathToFileURL(profile).href}`
	await run('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', join(folder), ...files])
}
