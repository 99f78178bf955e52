/** @returns `host:port` as an address bar and a Host header have it. */
export const hostAndPort = (address: string, port: number): string =>
	`${address.includes(':') ? `[${address}]` : address}:${port}`
