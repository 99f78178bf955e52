import { expect, it } from 'vitest'
import { contentSecurityPolicy, developmentPolicy, securityHeaders } from '#backend/web/security-headers.ts'

const directives = (policy: string) =>
	Object.fromEntries(policy.split('; ').map((directive) => directive.split(/ (.*)/).slice(0, 2)))

it('allows the app’s own files and nothing else', () => {
	expect(directives(contentSecurityPolicy)).toEqual({
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
		'require-trusted-types-for': "'script'",
		'trusted-types': 'vue',
	})
	expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/)
})

it('gives the development server its styles and its socket, and no scripts of others', () => {
	const policy = directives(developmentPolicy('http://localhost:5173'))
	expect(policy['connect-src']).toBe("'self' ws://localhost:5173")
	expect(policy['style-src']).toBe("'self' 'unsafe-inline'")
	expect(policy['script-src']).toBe("'self'")
	expect(policy['default-src']).toBe("'none'")
})

it('comes with the other headers', () => {
	expect(securityHeaders()).toMatchObject({
		'content-security-policy': contentSecurityPolicy,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
	})
})
