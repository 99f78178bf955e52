/** A report for a bug: versions, sizes, the state of the data. Nothing that the reader wrote or read is in it. */
import { statSync } from 'node:fs'
import { release } from 'node:os'
import type { HostDescription } from '#contract/host.ts'
import type { WorkerClient } from '#contract/index.ts'
import { databaseFile } from '../workspace/file.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** @returns the report as plain text, a line a fact. */
export async function diagnostics(host: HostDescription, library: WorkerClient, workspace: Workspace): Promise<string> {
	const packs = await library.library.packs()
	const backups = workspace.backups()
	const { node, electron, chrome } = process.versions as Record<string, string | undefined>
	return [
		`Parallax ${host.version}, ${host.name} host`,
		`System: ${process.platform} ${release()} ${process.arch}`,
		`Node ${node}${electron ? `, Electron ${electron}, Chromium ${chrome}` : ''}`,
		`Packs: ${packs.map((pack) => `${pack.id} ${pack.version}`).join(', ') || 'none'}`,
		`Data file: ${statSync(databaseFile(workspace.dataDir)).size} bytes`,
		...Object.entries(workspace.store.counts()).map(([table, count]) => `Rows in ${table}: ${count}`),
		`Backups: ${backups.length}${backups[0] ? `, newest ${new Date(backups[0].at).toISOString()}` : ''}`,
	].join('\n')
}
