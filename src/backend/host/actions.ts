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
	/** Ends in order and starts again; returns at once. */
	restart?(): void
}
