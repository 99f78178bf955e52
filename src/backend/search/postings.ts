/**
 * lunr's index as lists of postings. A passage's score for some terms is what `lunr.Index.query` gives it (the sum over terms and
 * fields of boost × weight; Lucene's BM25 weights, see lunr's builder), without an object for every match: a beginning of two
 * letters has hundreds of terms, and lunr's own query takes a tenth of a second for them.
 */
export interface Posting {
	/** Positions of passages; one occurs once for each of its fields that holds the term. */
	passages: Int32Array
	/** lunr's weight of the term in that field. */
	weights: Float64Array
}

/** The parts of lunr's serialised index (version 2.3) that are read here. */
interface Serialised {
	/** `field/ref` and pairs of term number and weight. */
	fieldVectors: [string, number[]][]
	invertedIndex: [string, { _index: number }][]
}

/**
 * @param serialised lunr's serialised index, whose refs are positions of passages
 * @param first added to every position
 * @returns the postings of every term
 */
export function postingsOf(serialised: object, first: number): Map<string, Posting> {
	const { fieldVectors, invertedIndex } = serialised as Serialised
	const sizes = new Int32Array(invertedIndex.length)
	for (const [, vector] of fieldVectors)
		for (let at = 0; at < vector.length; at += 2) sizes[vector[at] as number] = (sizes[vector[at] as number] ?? 0) + 1
	const postings: Posting[] = []
	for (const size of sizes) postings.push({ passages: new Int32Array(size), weights: new Float64Array(size) })
	const filled = new Int32Array(sizes.length)
	for (const [fieldRef, vector] of fieldVectors) {
		const passage = first + Number(fieldRef.slice(fieldRef.indexOf('/') + 1))
		for (let at = 0; at < vector.length; at += 2) {
			const term = vector[at] as number
			const posting = postings[term] as Posting
			const next = filled[term] as number
			posting.passages[next] = passage
			posting.weights[next] = vector[at + 1] as number
			filled[term] = next + 1
		}
	}
	return new Map(invertedIndex.map(([term, { _index }]) => [term, postings[_index] as Posting]))
}
