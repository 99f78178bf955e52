/** Something that is made when it is first asked for, so that its code need not be loaded before. */
export interface OnDemand<T> {
	(): Promise<T>
	/** What was made, or is being made; undefined where nobody has asked for it. */
	readonly made: Promise<T> | undefined
}

/** @param make is called once; after a failure, once more */
export function onDemand<T>(make: () => Promise<T>): OnDemand<T> {
	let made: Promise<T> | undefined
	const get = () => {
		made ??= make().catch((error) => {
			made = undefined
			throw error
		})
		return made
	}
	return Object.defineProperty(get, 'made', { get: () => made }) as OnDemand<T>
}
