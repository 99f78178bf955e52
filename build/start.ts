/** `npm start`: builds if needed, then opens the desktop app, or where that cannot run the browser host. */
import { ensureBuiltOrExit } from './ensure.ts'
import { chooseHost, hasDisplay } from './start/choice.ts'
import { electronPath, fetchElectron } from './start/electron.ts'
import { runBrowser, runDesktop } from './start/hosts.ts'

const args = process.argv.slice(2)
const choice = chooseHost({
	asked: process.env.PARALLAX_HOST,
	platform: process.platform,
	root: process.getuid?.() === 0,
	display: hasDisplay(process.platform, process.env),
	electron: electronPath() !== undefined,
})
process.exitCode = await start()

async function start(): Promise<number> {
	if (choice.host === 'none') {
		console.error(choice.sentence)
		return 2
	}
	await ensureBuiltOrExit()
	if (choice.host === 'browser') return await runBrowser(args, choice.because)

	const because = choice.host === 'fetch' ? await fetchElectron() : undefined
	const electron = electronPath()
	const obstacle = because ?? (electron ? await openDesktop(electron) : "Electron's runtime is missing")
	if (typeof obstacle === 'number') return obstacle
	if (!choice.firm) return await runBrowser(args, obstacle)
	console.error(`The desktop app cannot run, because ${obstacle}. Leave PARALLAX_HOST out to use a browser instead.`)
	return 1
}

/** @returns the exit code of the app, or why it could not start. */
async function openDesktop(electron: string): Promise<number | string> {
	const verdict = await runDesktop(electron, args)
	return 'end' in verdict ? verdict.end : verdict.fallBack
}
