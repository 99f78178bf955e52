/** @returns the options of a call with this signal: an optional one must not be there as undefined. */
export const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {})
