/**
 * The audience view in a window of its own, full screen on another display than the presenter’s. Its line reaches nothing but what
 * the room may see. Where a display is pulled, nothing of the presenter’s comes to lie on one that the room looks at.
 */
import { BrowserWindow, screen } from 'electron'
import { Failure } from '#backend/failure.ts'
import type { AudienceWindow } from '#backend/host/actions.ts'
import type { Backend } from '#backend/index.ts'
import { describeDisplays, displayForAudience, movedTo } from './displays.ts'
import { bindContents } from './ipc.ts'
import { type Log, limited } from './log.ts'
import { appOrigin } from './origins.ts'
import { hardenContents } from './security.ts'
import { safePreferences } from './window.ts'

export interface AudienceOptions {
	/** Path of the built preload. */
	preload: string
	/** The development server's origin, where one is in use. */
	development: string | undefined
	backend(): Promise<Pick<Backend, 'connectRoom'>>
	/** The presenter’s window, if it is open. */
	presenter(): BrowserWindow | undefined
	log: Log
}

type OpenWindow = { window: BrowserWindow; display: number }

export class AudienceScreen implements AudienceWindow {
	readonly #options: AudienceOptions
	readonly #listeners: (() => void)[] = []
	#open: OpenWindow | undefined
	#lost = false
	/** Whether the presenter’s window was hidden because its display was pulled. */
	#hidden = false

	constructor(options: AudienceOptions) {
		this.#options = options
	}

	/** Begins to heed displays that come and go. To be called when the app is ready: before that there are none. */
	watch(): void {
		screen.on('display-added', () => this.#added())
		screen.on('display-removed', (_event, { id }) => this.#removed(id))
		screen.on('display-metrics-changed', () => this.#tell())
	}

	displays = () => describeDisplays(screen.getAllDisplays(), this.#presenterOn()?.id)
	on = () => (this.#open ? String(this.#open.display) : null)
	lost = () => this.#lost
	onChange = (listener: () => void): void => void this.#listeners.push(listener)

	/** @throws Failure where there is no second display */
	open(wanted?: string): void {
		const target = displayForAudience(screen.getAllDisplays(), this.#presenterOn()?.id, wanted)
		if (!target) {
			throw new Failure(
				'UNAVAILABLE',
				'There is no second display.',
				'Connect one and turn mirroring off, or present on this display alone.',
			)
		}
		this.#lost = false
		if (this.#open) this.#place(this.#open, target.id)
		else this.#open = this.#create(target.id)
		this.#tell()
	}

	close(): void {
		this.#open?.window.destroy()
	}

	swap(): void {
		const presenter = this.#options.presenter()
		const [from, to] = [this.#presenterOn(), this.#display(this.#open?.display)]
		if (!this.#open || !presenter || !from || !to || from.id === to.id) return
		const [bounds, maximised, full] = [presenter.getNormalBounds(), presenter.isMaximized(), presenter.isFullScreen()]
		// First away with what is private, so that at no moment both are on the same display.
		presenter.hide()
		if (full) presenter.setFullScreen(false)
		if (maximised) presenter.unmaximize()
		this.#place(this.#open, from.id)
		presenter.setBounds(movedTo(bounds, from.workArea, to.workArea))
		if (maximised) presenter.maximize()
		if (full) presenter.setFullScreen(true)
		presenter.show()
		this.#tell()
	}

	#create(id: number): OpenWindow {
		const { preload, development, backend, log } = this.#options
		const window = new BrowserWindow({
			title: 'Parallax: audience',
			...this.#display(id)?.bounds,
			show: false,
			fullscreen: true,
			autoHideMenuBar: true,
			backgroundColor: '#000000',
			webPreferences: safePreferences(preload, development !== undefined),
		})
		const origin = development ?? appOrigin
		const own: ReadonlySet<string> = new Set([origin])
		const { webContents } = window
		const logRefusal = limited(log, 20)
		hardenContents(webContents, own, () => {})
		const line = backend().then(({ connectRoom }) => ({ connect: connectRoom }))
		bindContents(webContents, line, own, (reason) => logRefusal(`the audience view was not answered: ${reason}`))
		window.once('ready-to-show', () => window.showInactive())
		// Keys and remote controls belong to the presenter’s window.
		window.on('focus', () => this.#presenterVisible()?.focus())
		webContents.on('before-input-event', (event, { type, key }) => {
			if (type !== 'keyDown' || key !== 'Escape' || this.#presenterVisible()) return
			event.preventDefault()
			this.close()
		})
		webContents.on('render-process-gone', () => webContents.reload())
		window.on('closed', () => this.#closed())
		window.loadURL(`${origin}/room.html`).catch((error) => log('the audience view could not be loaded', error))
		return { window, display: id }
	}

	#place(open: OpenWindow, id: number): void {
		const target = this.#display(id)
		if (!target) return
		open.window.setFullScreen(false)
		open.window.setBounds(target.bounds)
		open.window.setFullScreen(true)
		open.display = id
	}

	#closed(): void {
		this.#open = undefined
		if (this.#hidden) this.#options.presenter()?.show()
		this.#hidden = false
		this.#tell()
	}

	#added(): void {
		const presenter = this.#options.presenter()
		const [here, there] = [
			this.#presenterOn(),
			displayForAudience(screen.getAllDisplays(), this.#open?.display, undefined),
		]
		if (this.#hidden && presenter && here && there) {
			presenter.setBounds(movedTo(presenter.getBounds(), here.workArea, there.workArea))
			presenter.show()
			this.#hidden = false
		}
		this.#tell()
	}

	#removed(id: number): void {
		if (this.#open?.display === id) {
			this.#lost = true
			this.close()
		} else this.#keepPrivate()
		this.#tell()
	}

	/** The system has put the presenter’s window on a display that is still there: if that is the room’s, it goes elsewhere or is hidden. */
	#keepPrivate(): void {
		const presenter = this.#presenterVisible()
		const here = this.#presenterOn()
		if (!this.#open || !presenter || !here || here.id !== this.#open.display) return
		const other = displayForAudience(screen.getAllDisplays(), here.id, undefined)
		if (other) presenter.setBounds(movedTo(presenter.getBounds(), here.workArea, other.workArea))
		else {
			presenter.hide()
			this.#hidden = true
		}
	}

	#presenterVisible(): BrowserWindow | undefined {
		const presenter = this.#options.presenter()
		return presenter?.isVisible() ? presenter : undefined
	}

	#presenterOn() {
		const presenter = this.#options.presenter()
		return presenter && screen.getDisplayMatching(presenter.getBounds())
	}

	#display = (id: number | undefined) => screen.getAllDisplays().find((display) => display.id === id)

	#tell(): void {
		for (const listener of this.#listeners) listener()
	}
}
