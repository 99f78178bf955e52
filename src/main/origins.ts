/** Which addresses are the app's own, and which ones may leave for the reader's browser. */

export const appOrigin = 'app://parallax'

/**
 * The development server's origin, where one is in use.
 * @param url as electron-vite sets ELECTRON_RENDERER_URL; heeded in an unpackaged app, and on this machine, only
 */
export function developmentOrigin(url: string | undefined, packaged: boolean): string | undefined {
	if (!url || packaged || !URL.canParse(url)) return undefined
	const { protocol, hostname, origin } = new URL(url)
	return protocol === 'http:' && isLoopback(hostname) ? origin : undefined
}

/** The origin of an address as text; `app://parallax` for our own scheme, which the URL standard calls opaque. */
export function originOf(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined
	const { protocol, host } = new URL(url)
	return `${protocol}//${host}`
}

/** Whether an address may be handed to the reader's browser, mail program or telephone (the lines in Help). */
export function mayOpenOutside(url: string): boolean {
	if (url.length > 2000 || !URL.canParse(url)) return false
	const { protocol, username, password } = new URL(url)
	return (
		(protocol === 'https:' && username === '' && password === '') ||
		protocol === 'mailto:' ||
		/^tel:\+?[\d-]{2,20}$/.test(url)
	)
}

/** Whether an address is a server on this machine, as the browser host is. */
export function isLocalServer(url: string): boolean {
	if (!URL.canParse(url)) return false
	const { protocol, hostname } = new URL(url)
	return protocol === 'http:' && isLoopback(hostname)
}

const isLoopback = (hostname: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
