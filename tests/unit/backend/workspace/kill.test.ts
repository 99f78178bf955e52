/** An acknowledged write survives `kill -9`; tests/slow kills a hundred times. */
import { expect, it } from 'vitest'
import { freshFolder } from '../../support/folder.ts'
import { killWhileWriting } from '../../support/kills.ts'
import { openWorkspace } from '../../support/workspaces.ts'

it('keeps every acknowledged write of a process that is killed, five times over', async () => {
	const dataDir = freshFolder()
	let writes = 0
	for (let round = 0; round < 5; round++) writes += await killWhileWriting(dataDir, round)
	expect(writes).toBeGreaterThan(5)
	const { store } = await openWorkspace(dataDir)
	expect(store.counts().visit).toBeGreaterThanOrEqual(writes)
}, 120_000)

it('keeps every acknowledged annotation of a burst, whole, five times over', async () => {
	const dataDir = freshFolder()
	let made = 0
	for (let round = 0; round < 5; round++) made += await killWhileWriting(dataDir, round, 'annotations')
	expect(made).toBeGreaterThan(5)
	const { store } = await openWorkspace(dataDir)
	expect(store.counts().annotation).toBeGreaterThanOrEqual(made)
}, 120_000)
