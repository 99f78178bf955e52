/** A small router of the contract's making, and a client of it over a port in this process. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { eventIterator, implement } from '@orpc/server'
import { Failure } from '#backend/failure.ts'
import { loopPort } from '#backend/rpc/loop.ts'
import { serveRouter } from '#backend/rpc/serve.ts'
import { base } from '#contract/errors.ts'
import { z } from '#contract/jitless.ts'

const contract = {
	echo: base.input(z.strictObject({ text: z.string().max(10) })).output(z.string()),
	fail: base.input(z.strictObject({ how: z.enum(['foreseen', 'unforeseen', 'abort']) })).output(z.string()),
	lie: base.output(z.number()),
	wait: base.output(z.string()),
	count: base.input(z.strictObject({ to: z.int() })).output(eventIterator(z.number())),
}

/** What happened behind the contract. */
export interface Seen {
	/** Errors that nobody foresaw. */
	reported: unknown[]
	/** How many calls of `wait` and `count` are under way, and how many have been cancelled. */
	open: number
	cancelled: number
}

/** @returns how to open connections to the router, a client of it, and what it saw. */
export function smallProgram() {
	const seen: Seen = { reported: [], open: 0, cancelled: 0 }
	const os = implement(contract)
	/** Never ends by itself. */
	const until = (signal: AbortSignal | undefined) =>
		new Promise<never>((_, fail) => {
			const end = () => {
				seen.open--
				seen.cancelled++
				fail(signal?.reason as Error)
			}
			seen.open++
			if (signal?.aborted) end()
			else signal?.addEventListener('abort', end)
		})
	const router = os.router({
		echo: os.echo.handler(({ input }) => input.text),
		fail: os.fail.handler(({ input }) => {
			if (input.how === 'foreseen') throw new Failure('CONFLICT', 'Two of them.', 'Choose one.')
			if (input.how === 'abort') throw new DOMException('no', 'AbortError')
			throw new Error('secret: /home/reader/diary')
		}),
		lie: os.lie.handler(() => 'no number' as unknown as number),
		wait: os.wait.handler(({ signal }) => until(signal)),
		count: os.count.handler(async function* ({ input, signal }) {
			for (let i = 1; i <= input.to; i++) yield i
			if (input.to === 0) throw new Failure('DAMAGED', 'Nothing to count.', 'Count higher.')
			if (input.to < 0) throw new Error('secret')
			await until(signal)
		}),
	})
	const connect = serveRouter(router, (error) => seen.reported.push(error))
	const port = loopPort(connect)
	const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port as never }))
	return { connect, client, port, seen }
}

/** @returns what a call ended with; the test fails when it did not fail. */
export async function errorOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
	try {
		await call
	} catch (error) {
		return error as Record<string, unknown>
	}
	throw new Error('it did not fail')
}
