/** Electron's entry. Nothing at the top level may wait for the app to be ready: it would wait for ever. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { locateData } from '#backend/data-dir.ts'
import { settleData } from '#backend/data-folder/settle.ts'
import { appScheme } from './app-protocol.ts'
import { parseArguments, profileDir } from './arguments.ts'
import { layoutFrom } from './layout.ts'
import { openLog } from './log.ts'
import { start } from './start.ts'

app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])
const named = parseArguments(process.argv, process.cwd())
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
// Before anything lies open in the folder: Chromium's profile is in it.
const located = locateData(named.data)
const place = await settleData(located, 'desktop', (sentence) => console.error(sentence)).catch((failure: Error) => ({
	...located,
	failure,
}))
// A folder that is not there must not be made anew by a log or a profile.
const folder = place.failure ? mkdtempSync(join(tmpdir(), 'parallax-')) : place.dataDir
const profile = profileDir(folder, named.userDataDir)
const log = openLog(folder)

try {
	mkdirSync(profile, { recursive: true })
	app.setPath('userData', profile)
} catch (error) {
	// A folder that cannot be written: opening the data says so in a dialog.
	log('the profile could not be placed in the workspace', error)
}
if (app.requestSingleInstanceLock()) {
	start({ place, layout: layoutFrom(import.meta.url), log, say })
} else {
	say('Parallax is already open with this workspace: its window comes to the front.')
	app.quit()
}
