/** What a host can do beyond the program itself. Each has its capability in `contract/host.ts`. */
export interface HostActions {
	/** Asks for a folder. @returns its path, or null when the reader changed their mind */
	chooseFolder?(): Promise<string | null>
	/** Shows a folder in the file manager. @throws Failure when that does not work */
	openFolder?(path: string): Promise<void>
	/** Prints a page that is whole in itself as a PDF; without it an installed browser is asked. */
	printPdf?(html: string, signal?: AbortSignal): Promise<Uint8Array>
	/** Ends in order and starts again; returns at once. */
	restart?(): void
}
