/** Electron's entry. Nothing at the top level may wait for the app to be ready: it would wait for ever. */
import { mkdirSync } from 'node:fs'
import { app, protocol } from 'electron'
import { defaultDataDir } from '#backend/data-dir.ts'
import { appScheme } from './app-protocol.ts'
import { parseArguments, profileDir } from './arguments.ts'
import { layoutFrom } from './layout.ts'
import { openLog } from './log.ts'
import { start } from './start.ts'

const named = parseArguments(process.argv, process.cwd())
const dataDir = named.data ?? defaultDataDir()
const profile = profileDir(dataDir, named.userDataDir)
const log = openLog(dataDir)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])
try {
	mkdirSync(profile, { recursive: true })
	app.setPath('userData', profile)
} catch (error) {
	// A folder that cannot be written: opening the data says so in a dialog.
	log('the profile could not be placed in the workspace', error)
}
if (app.requestSingleInstanceLock()) {
	start({ dataDir, layout: layoutFrom(import.meta.url), log, say })
} else {
	say('Parallax is already open with this workspace: its window comes to the front.')
	app.quit()
}
