import { Failure } from '#backend/failure.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { restoreBackup } from '#backend/workspace/restore.ts'
import type { Backup } from '#contract/workspace.ts'
import type { Call, Command } from '../command.ts'
import { Refusal } from '../refusal.ts'

/** Restores over a data file that cannot be opened any more. It is set aside, and that is the safety backup. */
async function restoreOverDamage(dataDir: string, name: string): Promise<Backup> {
	const lock = await takeHostLock(dataDir, { kind: 'browser' }, () => {})
	if (!lock.held) {
		throw new Refusal('Parallax is running, and its data file is damaged.', 'Close Parallax, then restore the backup.')
	}
	try {
		return await restoreBackup(undefined, dataDir, name)
	} finally {
		await lock.release()
	}
}

async function restore({ open, dataDir }: Call, name: string): Promise<Backup> {
	try {
		const client = await open()
		return await client.workspace.backups.restore({ name })
	} catch (error) {
		// Of the data file itself; a damaged backup is an error of the contract.
		if (error instanceof Failure && error.code === 'DAMAGED') return await restoreOverDamage(dataDir, name)
		throw error
	}
}

export const backupRestore: Command = {
	words: ['backup', 'restore'],
	takes: 'NAME',
	summary: 'put a backup in place of what is in the workspace',
	options: [],
	operands: [1, 1],
	async run(call) {
		const [name = ''] = call.operands
		const safety = await restore(call, name)
		await call.answer(
			{ restored: name, safety },
			() =>
				`Restored the backup ${name}.\nWhat was there before is kept in the backup ${safety.name}; restore that one to go back.\n`,
		)
		return 0
	},
}
