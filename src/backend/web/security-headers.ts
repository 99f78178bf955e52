/** The headers that every file of the windows carries, whichever host hands it out. The policy stands here and nowhere else. */

const policy = {
	'default-src': "'none'",
	'script-src': "'self'",
	'style-src': "'self'",
	'img-src': "'self' data:",
	'font-src': "'self'",
	'connect-src': "'self'",
	'base-uri': "'none'",
	'form-action': "'none'",
	'frame-ancestors': "'none'",
	'object-src': "'none'",
	// Text never becomes markup or script by accident: only Vue's compiled templates may set markup.
	'require-trusted-types-for': "'script'",
	'trusted-types': 'vue',
}

const write = (directives: Record<string, string>) =>
	Object.entries(directives)
		.map(([name, value]) => `${name} ${value}`)
		.join('; ')

/** The content security policy of the built windows. */
export const contentSecurityPolicy: string = write(policy)

/**
 * The policy for `npm run dev`, the least that Vite's development server needs: styles that it writes into the page, and its
 * socket for hot reload. Never used for built windows.
 * @param origin the development server's origin, e.g. `http://localhost:5173`
 */
export function developmentPolicy(origin: string): string {
	const { 'require-trusted-types-for': _, 'trusted-types': __, ...rest } = policy
	return write({
		...rest,
		'style-src': "'self' 'unsafe-inline'",
		'connect-src': `'self' ${origin.replace(/^http/, 'ws')}`,
	})
}

/** @returns all security headers; the policy of the built windows unless another one is given. */
export function securityHeaders(csp: string = contentSecurityPolicy): Record<string, string> {
	return {
		'content-security-policy': csp,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()',
	}
}
