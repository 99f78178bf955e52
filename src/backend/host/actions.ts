/** What a host can do beyond the program itself. Each has its capability in `contract/host.ts`. */
export interface HostActions {
	/** Asks for a folder. @returns its path, or null when the reader changed their mind */
	chooseFolder?(): Promise<string | null>
	/** Shows a folder in the file manager. @throws Failure when that does not work */
	openFolder?(path: string): Promise<void>
	/** Ends in order and starts again; returns at once. */
	restart?(): void
}
