import type { Backup } from '#contract/workspace.ts'
import type { Command } from '../command.ts'
import { showProgress } from '../progress.ts'
import { size } from '../text.ts'

export const backupCreate: Command = {
	words: ['backup', 'create'],
	takes: '',
	summary: 'make a backup of the workspace now',
	options: [],
	operands: [0, 0],
	async run({ io, open, answer }) {
		const client = await open()
		const progress = showProgress(io, 'Backing up')
		let backup: Backup | undefined
		try {
			for await (const event of await client.workspace.backups.create(undefined, { signal: io.stop })) {
				if (event.type === 'done') backup = event.backup
				else progress.at(event.done, event.total)
			}
		} finally {
			progress.end()
		}
		const made = backup
		if (!made) throw new Error('the backup ended without a word')
		await answer(made, () => `Made the backup ${made.name} (${size(made.bytes)}).\n`)
		return 0
	},
}
