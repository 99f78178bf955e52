/** New cards and reviews, evenly mixed. */

export interface Progress {
	done: number
	left: number
}

/** @returns what comes next: whichever of the two has come less far today, reviews where they are level. */
export function nextKind(fresh: Progress, review: Progress): 'new' | 'review' | undefined {
	if (review.left <= 0) return fresh.left > 0 ? 'new' : undefined
	if (fresh.left <= 0) return 'review'
	return share(fresh) < share(review) ? 'new' : 'review'
}

const share = ({ done, left }: Progress): number => done / (done + left)
