/** What a start has to load before it answers: not how long that takes here, but what can make it longer. */
import { expect, it } from 'vitest'
import { startChild } from '../support/child.ts'
import { freshFolder } from '../support/folder.ts'

const matched = (urls: readonly string[], pattern: RegExp) =>
	[...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].sort()

it('loads what speaks and checks the contract and nothing else, until settings are read and the library can be listed', async () => {
	const child = startChild('loaded.ts', freshFolder())
	const urls = JSON.parse(await child.line((line) => line.startsWith('['))) as string[]
	// A package that is missing here belongs into the branch that needs it (backend/rpc/branch.ts), or behind an import() of its own.
	expect(matched(urls, /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/)).toEqual([
		'@orpc/client',
		'@orpc/contract',
		'@orpc/server',
		'@orpc/shared',
		'@orpc/standard-server',
		'@orpc/standard-server-fetch',
		'@orpc/standard-server-peer',
		'env-paths',
		'is-safe-filename',
		'radash',
		'zod',
	])
	// Of the features: the tables that their data is in.
	expect(matched(urls, /\/src\/backend\/((?:annotations|cards|citations|export|search|templates)\/.+)/)).toEqual([
		'cards/schema.ts',
	])
	// Of the contract: the branches that are asked, and the words that they share.
	expect(matched(urls, /\/src\/contract\/(.+)/)).toEqual([
		'annotations.ts',
		'default-settings.ts',
		'document.ts',
		'errors.ts',
		'jitless.ts',
		'library.ts',
		'port.ts',
		'text.ts',
		'tokens.ts',
		'words.ts',
		'workspace.ts',
	])
})
