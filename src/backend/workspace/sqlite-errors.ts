/** SQLite's errors in words: a busy or full disk must never be taken for lost data. */
import { Failure } from '../failure.ts'

// Primary result codes (sqlite.org/rescode); an extended code has them in its lowest byte.
const codes = { generic: 1, busy: 5, locked: 6, readOnly: 8, corrupt: 11, full: 13, notADatabase: 26 }

const codeOf = (error: unknown): number => Number((error as { errcode?: number } | undefined)?.errcode ?? 0) & 0xff

export const isBusy = (error: unknown): boolean => [codes.busy, codes.locked].includes(codeOf(error))
/** @returns whether a backup failed because its target is locked: node:sqlite then reports “not an error”. */
export const isTargetBusy = (error: unknown): boolean =>
	isBusy(error) || (error as { errcode?: number } | undefined)?.errcode === 0
export const isReadOnly = (error: unknown): boolean => codeOf(error) === codes.readOnly

/** What to do about damaged data. */
export const damagedAdvice =
	'Restore a backup with “parallax backup list” and “parallax backup restore NAME”, or choose another data folder.'

/** @returns the failure that stands for an error met while the data file was opened. */
export function openingFailure(cause: unknown): Failure {
	const code = codeOf(cause)
	if ([codes.generic, codes.corrupt, codes.notADatabase].includes(code))
		return new Failure('DAMAGED', 'The data file cannot be read.', damagedAdvice, { cause })
	if (isBusy(cause))
		return new Failure(
			'UNAVAILABLE',
			'Another program is using the data file.',
			'Close other programs that use it and try again.',
			{ cause },
		)
	if (code === codes.full)
		return new Failure('UNAVAILABLE', 'The disk is full.', 'Make room on the disk and try again.', { cause })
	return new Failure(
		'UNAVAILABLE',
		'The data file cannot be opened.',
		'Make sure that you may read and write its folder, or choose another data folder.',
		{ cause },
	)
}
