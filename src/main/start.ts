/** The start of the desktop app: lock and data are opened while Electron itself still starts; the window waits for neither. */
import { dirname } from 'node:path'
import { app, shell } from 'electron'
import type { DataPlace } from '#backend/data-dir.ts'
import { Failure } from '#backend/failure.ts'
import type { HostActions } from '#backend/host/actions.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { openBackend } from '#backend/index.ts'
import { registerScheme, watchAddresses } from './addresses.ts'
import { askOver, chooseFileOver, chooseFolderOver } from './ask.ts'
import { AudienceScreen } from './audience-window.ts'
import { describeDesktop } from './capabilities.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { startFailure, watchUncaughtErrors } from './failures.ts'
import { handOver } from './hand-over.ts'
import type { Layout } from './layout.ts'
import type { Log } from './log.ts'
import { developmentOrigin } from './origins.ts'
import { PagePrinter } from './page-printer.ts'
import { closeBeforeQuit } from './shut-down.ts'
import { followTheme } from './theme.ts'

export interface StartOptions {
	place: DataPlace
	layout: Layout
	log: Log
	/** Tells something to whoever started the app from a terminal. */
	say(sentence: string): void
}

/** Starts the app, or hands over to the host that has the workspace, or says why it cannot start and ends with exit code 1. */
export function start({ place, layout, log, say }: StartOptions): void {
	const { dataDir, note, failure } = place
	const closing = closeBeforeQuit(app, log)
	const quit = () => app.quit()
	const ask = askOver(() => desktop?.window())
	const front = () => desktop?.bringToFront()
	const addresses = watchAddresses(app, process.argv, { front, open: (path) => desktop?.openPath(path) })
	let desktop: Desktop | undefined
	let failed = false

	async function run() {
		if (failure) throw failure
		const lock = await takeHostLock(dataDir, { kind: 'desktop' }, front)
		if (!lock.held) {
			await handOver({ ...lock, openAddress: (url) => shell.openExternal(url), ask, say })
			return quit()
		}
		closing.add(() => lock.release())

		const host = describeDesktop(app.getVersion())
		const { packs, notices, workers } = layout
		const report = (error: unknown) => log('an error behind the contract', error)
		const printer = new PagePrinter()
		const development = developmentOrigin(process.env.ELECTRON_RENDERER_URL, app.isPackaged)
		const audience = new AudienceScreen({
			preload: layout.preload,
			development,
			backend: () => backend,
			presenter: () => desktop?.window(),
			log,
		})
		const actions: HostActions = {
			chooseFolder: chooseFolderOver(() => desktop?.window()),
			async openFolder(path) {
				const fault = await shell.openPath(path)
				if (fault) throw new Failure('UNAVAILABLE', 'The folder could not be opened.', 'Open it in your file manager.')
			},
			chooseFile: chooseFileOver(() => desktop?.window()),
			showFile: (path) => shell.showItemInFolder(path),
			print: (html, signal) => printer.print(html, signal),
			audience,
			restart() {
				app.relaunch()
				quit()
			},
		}
		const backend = openBackend({
			dataDir,
			packsDir: packs,
			noticesFile: notices,
			workers,
			host,
			actions,
			note,
			report,
			log,
		})
		closing.add(() => backend.then((program) => program.close(), ignore))
		// Fails here, before any window, where opening the data fails first.
		await Promise.race([app.whenReady(), backend.then(() => app.whenReady())])

		audience.watch()
		desktop = openDesktop({
			dataDir,
			...layout,
			development,
			backend,
			path: addresses.first(),
			printer,
			audience,
			ask,
			log,
			quit,
		})
		const { client } = await backend
		const following = new AbortController()
		closing.add(() => following.abort())
		await followTheme(client, desktop.setTheme, following.signal).catch((error) =>
			log('the theme is not followed', error),
		)
	}

	async function fail(error: unknown) {
		failed = true
		log('the app could not start', error)
		const question = startFailure(error)
		console.error(`${question.message} ${question.detail}`)
		const answer = await ask(question).catch(ignore)
		// Where the data cannot be found, what says where it should be is shown instead.
		if (answer === 1) await shell.openPath(failure && note ? dirname(note.file) : dataDir)
		await closing.run()
		app.exit(1)
	}

	watchUncaughtErrors(log, ask, quit)
	registerScheme(app)
	// On macOS an app stays in the dock without a window; after a failure its dialog decides.
	app.on('window-all-closed', () => failed || process.platform === 'darwin' || quit())
	run().catch(fail)
}

const ignore = () => undefined
