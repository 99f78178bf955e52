/** One transaction over many turns: the host writes nothing meanwhile, and answers all the same. */
import type { AnnotationHostClient } from '#contract/index.ts'
import type { Sql } from '../../workspace/sql.ts'

/**
 * Writes all of it or nothing.
 * @param work may take many turns
 * @yields what the work does
 */
export async function* writing<T, R>(
	sql: Sql,
	host: AnnotationHostClient,
	work: () => AsyncGenerator<T, R>,
): AsyncGenerator<T, R> {
	await host.hold()
	try {
		sql.begin()
		let kept = false
		try {
			const result = yield* work()
			sql.commit()
			kept = true
			return result
		} finally {
			// Also where nobody listens any more.
			if (!kept) sql.rollBack()
		}
	} finally {
		await host.release()
	}
}

/** The same for what is done in one turn. */
export async function writingAtOnce(sql: Sql, host: AnnotationHostClient, work: () => void): Promise<void> {
	await host.hold()
	try {
		sql.transaction(work)
	} finally {
		await host.release()
	}
}
