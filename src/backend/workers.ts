/** Entries of the program's worker threads. */
export interface Workers {
	/** Library, search and the making of exports. */
	library: URL
	/** What takes longer than a frame with annotations. */
	annotations: URL
	/** What carries cards in and out. */
	cards: URL
	/** What listens for followers. */
	listener: URL
}

/** @returns the built entries. @param beside address of a built script in the same folder */
export const builtWorkers = (beside: string): Workers => ({
	library: new URL('./library-worker.js', beside),
	annotations: new URL('./annotations-worker.js', beside),
	cards: new URL('./cards-worker.js', beside),
	listener: new URL('./classroom-listener.js', beside),
})
