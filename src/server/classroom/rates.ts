/** How often something may be done: a bucket that drips full again. */
import type { Rate } from './limits.ts'

export interface Bucket {
	/** @returns whether there is something left */
	has(): boolean
	/** @returns whether there was something left; one less is */
	take(): boolean
}

/** @param now milliseconds, for tests */
export function makeBucket({ burst, perSecond }: Rate, now: () => number = performance.now.bind(performance)): Bucket {
	let left = burst
	let at = now()
	const has = () => {
		const later = now()
		left = Math.min(burst, left + ((later - at) / 1000) * perSecond)
		at = later
		return left >= 1
	}
	return {
		has,
		take() {
			if (!has()) return false
			left -= 1
			return true
		},
	}
}

/** Addresses remembered at once. One network cannot fill it: of IPv6 the network’s half of an address counts. */
const mostAddresses = 10_000

/** @returns the bucket of each address */
export function makeBuckets(rate: Rate): (address: string) => Bucket {
	const buckets = new Map<string, Bucket>()
	return (address) => {
		const bucket = buckets.get(address) ?? makeBucket(rate)
		// The one that came first goes: whoever has been refused meanwhile begins again, which is the lesser harm.
		if (buckets.size >= mostAddresses) for (const first of buckets.keys()) if (buckets.delete(first)) break
		buckets.set(address, bucket)
		return bucket
	}
}
