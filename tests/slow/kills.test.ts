/** Crash after crash: acknowledged writes survive, locks are taken over, and a first start may be cut short anywhere. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AnnotationStore } from '#backend/annotations/store.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import { Workspace } from '#backend/workspace/workspace.ts'
import { startChild } from '../unit/support/child.ts'
import { freshFolder } from '../unit/support/folder.ts'
import { expectWholeReviews, killWhileWriting } from '../unit/support/kills.ts'
import { hashOf } from '../unit/support/workspaces.ts'

describe('a hundred kills', () => {
	it('lose no acknowledged write', async () => {
		const dataDir = freshFolder()
		let writes = 0
		for (let round = 0; round < 100; round++) writes += await killWhileWriting(dataDir, round)
		expect(writes).toBeGreaterThan(500)
		const workspace = await Workspace.open(dataDir)
		expect(workspace.store.counts().visit).toBeGreaterThanOrEqual(writes)
		await workspace.close()
	})

	it('in a burst of annotations lose none that was acknowledged', async () => {
		const dataDir = freshFolder()
		let made = 0
		for (let round = 0; round < 100; round++) made += await killWhileWriting(dataDir, round, 'annotations')
		expect(made).toBeGreaterThan(500)
		const workspace = await Workspace.open(dataDir)
		expect(new AnnotationStore(workspace.sql).list()).toHaveLength(workspace.store.counts().annotation ?? 0)
		await workspace.close()
	})

	it('in the middle of reviews lose none that was acknowledged, and keep none by half', async () => {
		const dataDir = freshFolder()
		let reviews = 0
		for (let round = 0; round < 100; round++) {
			reviews += await killWhileWriting(dataDir, round, 'reviews')
			expectWholeReviews(dataDir)
		}
		expect(reviews).toBeGreaterThan(500)
	})

	it('in a first start, at any moment, leave a folder that opens', async () => {
		for (let round = 0; round < 40; round++) {
			const dataDir = freshFolder()
			const child = startChild('writer.ts', dataDir, 'first', '0')
			// Any moment will do: before, in the middle of, or after making the file.
			await new Promise((done) => setTimeout(done, 100 + Math.random() * 250))
			await child.kill()
			const workspace = await Workspace.open(dataDir)
			expect(workspace.store.history(1)).toBeDefined()
			await workspace.close()
			expect(readdirSync(dataDir)).not.toContain('parallax.sqlite-journal')
			expect(hashOf(databaseFile(dataDir))).toMatch(/^[0-9a-f]{64}$/)
		}
	})

	it('leave a lock that one of many takes', async () => {
		const dataDir = freshFolder()
		for (let round = 0; round < 25; round++) {
			const children = Array.from({ length: 4 }, () => startChild('host.ts', dataDir))
			const words = await Promise.all(children.map((child) => child.line((line) => /^(held|busy)/.test(line))))
			expect(words.filter((word) => word === 'held')).toHaveLength(1)
			for (const child of children) await child.kill()
		}
	})
})
