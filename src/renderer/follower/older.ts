/** What phones of 2019 lack, and the page or what it is made of uses. */
if (!Array.prototype.at)
	Object.defineProperty(Array.prototype, 'at', {
		value<T>(this: T[], index: number): T | undefined {
			return this[index < 0 ? this.length + index : index]
		},
	})
