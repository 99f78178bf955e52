/** What phones of 2019 lack, and the page or what it is made of uses. */
const lacking: [object, Record<string, unknown>][] = [
	[
		Array.prototype,
		{
			at<T>(this: T[], index: number): T | undefined {
				return this[index < 0 ? this.length + index : index]
			},
			toSorted<T>(this: T[], compare?: (a: T, b: T) => number): T[] {
				return this.slice().sort(compare)
			},
			toReversed<T>(this: T[]): T[] {
				return this.slice().reverse()
			},
		},
	],
]
for (const [prototype, methods] of lacking)
	for (const [name, value] of Object.entries(methods))
		if (!(name in prototype)) Object.defineProperty(prototype, name, { value, writable: true, configurable: true })
