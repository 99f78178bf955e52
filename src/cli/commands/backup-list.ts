import { listBackups } from '#backend/workspace/backups.ts'
import type { Backup } from '#contract/workspace.ts'
import type { Command } from '../command.ts'
import { columns, moment, size } from '../text.ts'

const reasons: Record<Backup['reason'], string> = {
	asked: 'made when asked for',
	scheduled: 'made by itself',
	migration: 'made before an update',
	restore: 'made before a restore',
}

export const backupList: Command = {
	words: ['backup', 'list'],
	takes: '',
	summary: 'the backups of the workspace',
	options: [],
	operands: [0, 0],
	async run({ io, dataDir, answer }) {
		// Past the program: whoever needs a backup may have a data file that does not open.
		const backups = listBackups(dataDir)
		await answer(backups, () => {
			if (backups.length === 0) return 'There are no backups yet. “backup create” makes one.\n'
			const rows = backups.map(({ name, at, bytes, reason }) => [name, moment(at), size(bytes), reasons[reason]])
			return `${columns(rows, io.width, 2)}\n`
		})
		return 0
	},
}
