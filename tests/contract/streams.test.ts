/** Streams over every transport: in order, to the end, and gone when nobody wants them any more. */
import { implement } from '@orpc/server'
import { describe, expect, it, vi } from 'vitest'
import { serveRouter } from '#backend/rpc/serve.ts'
import { contract } from '#contract/index.ts'
import type { Change } from '#contract/workspace.ts'
import { copyFixture } from './support/folders.ts'
import { cancelText, requestText } from './support/line.ts'
import { useProgram } from './support/program.ts'
import { transports, wholeTransports } from './support/transports.ts'

/** For what is only waited for: a busy machine takes longer than the second that is usual. */
const patient = { timeout: 15_000 }

/** Files of the fixture pack that the check names one by one. */
const filesOfPack = 7

describe.each(transports)('progress ($name)', (transport) => {
	const program = useProgram(transport)

	it('arrives in order, with the result last', async () => {
		const { client, folder } = program()
		const events = []
		const directories = [copyFixture(`${folder}/ordered`, 3)]
		for await (const event of await client.library.check({ directories })) events.push(event)
		expect(events.at(-1)).toEqual({ type: 'done', faults: [], packs: 3 })
		expect(events[0]).toMatchObject({ type: 'progress', total: filesOfPack })
		const steps = events.slice(0, -1).map((event) => event.type === 'progress' && event.done)
		const total = events[0]?.type === 'progress' ? events[0].total : 0
		const once = Array.from({ length: total }, (_, i) => i + 1)
		expect(steps).toEqual([...once, ...once, ...once])
	})

	it('ends when it is cancelled, and the connection goes on', async () => {
		const { folder, line } = program()
		// A thousand packs: far more than a busy machine checks before the cancellation arrives.
		const directories = Array(50).fill(copyFixture(`${folder}/cancelled`, 20))
		const raw = await line()
		raw.send(requestText('a1', 'library/check', { directories }))
		await raw.answerTo('a1')
		raw.send(cancelText('a1'))
		const arrived = () => raw.answers.filter(({ i }) => i === 'a1').length
		let quiet = 0
		for (let round = 0; quiet < 30; round++) {
			const before = arrived()
			raw.send(requestText(`b${round}`, 'library/packs'))
			await raw.answerTo(`b${round}`)
			quiet = arrived() === before ? quiet + 1 : 0
		}
		expect(raw.answers.some(({ i, p }) => i === 'a1' && p?.e === 'done')).toBe(false)
		expect(arrived()).toBeLessThan(1000 * filesOfPack)
	})
})

/** A program whose only method counts who listens. */
function countingProgram() {
	const os = implement(contract)
	const count = { started: 0, stopped: 0 }
	const changes = os.workspace.changes.handler(async function* ({ signal }) {
		count.started += 1
		try {
			for (const what of ['settings', 'positions', 'history'] as const) yield { what } satisfies Change
			await new Promise((_, reject) => {
				if (signal?.aborted) reject(signal.reason)
				signal?.addEventListener('abort', () => reject(signal.reason))
			})
		} finally {
			count.stopped += 1
		}
	})
	const unforeseen = vi.fn()
	return { backend: { connect: serveRouter({ workspace: { changes } }, unforeseen) }, count, unforeseen }
}

describe.each(wholeTransports)('a stream without an end ($name)', (transport) => {
	async function subscribe() {
		const counting = countingProgram()
		const opened = await transport.open({ backend: counting.backend, packsDir: '' })
		return { ...counting, ...opened }
	}

	it('stops in the program when its reader stops reading', async () => {
		const { client, count, close, unforeseen } = await subscribe()
		const heard: Change[] = []
		for await (const change of await client.workspace.changes()) {
			heard.push(change)
			if (heard.length === 3) break
		}
		expect(heard.map(({ what }) => what)).toEqual(['settings', 'positions', 'history'])
		await expect.poll(() => count.stopped, patient).toBe(1)
		await close()
		expect(unforeseen).not.toHaveBeenCalled()
	})

	it('stops in the program when its call is aborted, and the reader hears it', async () => {
		const { client, count, close, unforeseen } = await subscribe()
		const abort = new AbortController()
		const stream = await client.workspace.changes(undefined, { signal: abort.signal })
		for (let i = 0; i < 3; i++) await stream.next()
		const waiting = stream.next()
		abort.abort()
		await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
		await expect.poll(() => count.stopped, patient).toBe(1)
		await close()
		expect(unforeseen).not.toHaveBeenCalled()
	})

	it('stops in the program when the window goes away', async () => {
		const { client, count, close, unforeseen } = await subscribe()
		const stream = await client.workspace.changes()
		await stream.next()
		expect(count).toEqual({ started: 1, stopped: 0 })
		await close()
		await expect.poll(() => count.stopped, patient).toBe(1)
		expect(unforeseen).not.toHaveBeenCalled()
	})
})

describe.each(wholeTransports)('changes of the workspace ($name)', (transport) => {
	const program = useProgram(transport)

	it('are heard by other windows', async () => {
		const { client, line } = program()
		const raw = await line()
		raw.send(requestText('c1', 'workspace/changes'))
		await raw.answerTo('c1')
		await client.workspace.settings.change({ theme: 'light' })
		await expect.poll(() => raw.answers.at(-1)?.p?.d, patient).toMatchObject({ json: { what: 'settings' } })
	})
})
