/** Cards carried in and out of a workspace of a test. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { Transfers } from '#backend/cards/transfer/service.ts'
import { databaseFile } from '#backend/workspace/file.ts'
import type { Gate } from '#backend/workspace/gate.ts'
import type { ImportSummary } from '#contract/cards/transfer.ts'
import { clockAt } from './cards.ts'
import { freshFolder } from './folder.ts'
import { openWorkspace } from './workspaces.ts'

export const clock = clockAt('2026-11-22T09:00:00Z')
export const today = Math.floor(clock.now() / 86_400_000)

export interface Table {
	dataDir: string
	cards: Awaited<ReturnType<typeof openWorkspace>>['cards']
	gate: Gate
	transfers: Transfers
	preview(path: string): Promise<ImportSummary>
	import(
		path: string,
		options?: { scheduling?: boolean; deck?: string },
	): Promise<{ summary: ImportSummary; token: number }>
	/** @returns the path of the file */
	export(request: { format: 'apkg' | 'csv'; deck?: number; scheduling?: boolean }): Promise<string>
	/** Everything that is kept of cards. */
	dump(): Record<string, unknown[]>
	all(sql: string): Record<string, unknown>[]
}

/** @param worker entry of a thread, where the work is to be done in one */
export async function openTable(worker?: URL): Promise<Table> {
	const dataDir = freshFolder()
	const { cards, gate } = await openWorkspace(dataDir, clock)
	const transfers = new Transfers({ dataDir, gate, clock, worker })
	onTestFinished(() => transfers.close())
	const given = async (path: string) => {
		const bytes = readFileSync(path)
		const file = await transfers.files.begin(basename(path), bytes.length)
		for (let at = 0; at < bytes.length; at += 100_000)
			await transfers.files.part(file, bytes.subarray(at, at + 100_000).toString('base64'))
		return file
	}
	const all = (sql: string) => {
		const database = new DatabaseSync(databaseFile(dataDir), { readOnly: true })
		try {
			return database.prepare(sql).all() as Record<string, unknown>[]
		} finally {
			database.close()
		}
	}
	return {
		dataDir,
		cards,
		gate,
		transfers,
		preview: async (path) => transfers.preview(await given(path)),
		async import(path, { scheduling = true, deck } = {}) {
			for await (const step of transfers.import(await given(path), { scheduling, ...(deck ? { deck } : {}) }))
				if (step.type === 'done') {
					cards.types.forget()
					return { summary: step.summary, token: step.token }
				}
			throw new Error('the import ended without a word')
		},
		async export({ format, scheduling = false, ...rest }) {
			const parts: Buffer[] = []
			for await (const step of transfers.export({ format, scheduling, ...rest }, `cards.${format}`))
				if (step.type === 'part') parts.push(Buffer.from(step.content, 'base64'))
			const path = join(freshFolder(), `cards.${format}`)
			writeFileSync(path, Buffer.concat(parts))
			return path
		},
		dump: () =>
			Object.fromEntries(
				['deck', 'note_type', 'card_note', 'card', 'review', 'media', 'card_act'].map((table) => [
					table,
					all(`SELECT * FROM ${table} ORDER BY 1`),
				]),
			),
		all,
	}
}
