/** Which licences may go into what ships. A new one is a decision: read it, then add it here. */

const allowed: RegExp[] = [
	/^(MIT|MIT-0|ISC|0BSD|Apache-2\.0|MPL-2\.0|Python-2\.0|Unlicense|WTFPL|Zlib)$/,
	/^BSD-[23]-Clause$/,
	/^BlueOak-1\.0\.0$/,
	/^CC0-1\.0$/,
	/^CC-BY(-SA)?-[34]\.0$/,
	/^OFL-1\.1$/,
	// citeproc-js; it wants its attribution seen, and the help page shows it.
	/^CPAL-1\.0$/,
]

/**
 * @param expression an SPDX licence expression, e.g. `(MIT OR CC0-1.0)`
 * @returns whether it can be met with allowed licences alone
 */
export function isAllowed(expression: string): boolean {
	const tokens = expression.match(/[()]|[^\s()]+/g) ?? []
	let at = 0
	const verdict = either()
	return at === tokens.length && verdict

	function either(): boolean {
		let verdict = all()
		while (tokens[at] === 'OR') {
			at++
			verdict = all() || verdict
		}
		return verdict
	}
	function all(): boolean {
		let verdict = one()
		while (tokens[at] === 'AND') {
			at++
			verdict = one() && verdict
		}
		return verdict
	}
	function one(): boolean {
		const token = tokens[at++]
		if (token !== '(') return allowed.some((pattern) => pattern.test(token ?? ''))
		const verdict = either()
		return tokens[at++] === ')' && verdict
	}
}
