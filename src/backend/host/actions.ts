import type { Display } from '#contract/classroom/classroom.ts'

/** The audience view in a window of its own, on a display that the host finds. */
export interface AudienceWindow {
	displays(): Display[]
	/** The display that the window is on; null while there is none. */
	on(): string | null
	/** Whether its display was pulled since it was opened. */
	lost(): boolean
	/** Opens it full screen. @param display else another one than the presenter’s */
	open(display?: string): void
	close(): void
	/** The two windows change displays. */
	swap(): void
	/** Told whenever any of this has changed. */
	onChange(listener: () => void): void
}

/** What a host can do beyond the program itself. Each has its capability in `contract/host.ts`. */
export interface HostActions {
	/** Asks for a folder. @returns its path, or null when the reader changed their mind */
	chooseFolder?(): Promise<string | null>
	/** Shows a folder in the file manager. @throws Failure when that does not work */
	openFolder?(path: string): Promise<void>
	/** Asks where to save a file. @param name to begin with. @returns its path, or null when the reader changed their mind */
	chooseFile?(name: string): Promise<string | null>
	/** Shows a file in its folder. */
	showFile?(path: string): void
	/** Prints a page that is whole in itself. @returns the PDF */
	print?(html: string, signal?: AbortSignal): Promise<Uint8Array>
	/** Needs the capability `secondScreen`. */
	audience?: AudienceWindow
	/** Ends in order and starts again; returns at once. */
	restart?(): void
}
