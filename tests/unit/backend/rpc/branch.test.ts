/** Branches of the contract that are loaded when they are first asked for. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { implement } from '@orpc/server'
import { expect, it } from 'vitest'
import { branch } from '#backend/rpc/branch.ts'
import { loopPort } from '#backend/rpc/loop.ts'
import { serveRouter } from '#backend/rpc/serve.ts'
import { base } from '#contract/errors.ts'
import { z } from '#contract/jitless.ts'
import { errorOf } from '../../support/router.ts'

const os = implement({ one: { deep: base.output(z.number()) } })
const routes = () => os.router({ one: { deep: os.one.deep.handler(() => 1) } })

/** @param load of the branch called `lazy` */
function clientOf(load: () => Promise<ReturnType<typeof routes>>) {
	const reported: unknown[] = []
	const port = loopPort(serveRouter({ lazy: branch(load) }, (error) => reported.push(error)))
	const client: { lazy: { one: { deep(): Promise<number> } } } = createORPCClient(new RPCLink({ port: port as never }))
	return { ask: () => client.lazy.one.deep(), reported }
}

it('is loaded once, however many ask', async () => {
	let loads = 0
	const { ask } = clientOf(async () => {
		loads++
		return routes()
	})
	expect(loads).toBe(0)
	expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
	expect(await ask()).toBe(1)
	expect(loads).toBe(1)
})

it('that cannot be loaded is no fault of the request: it is reported, and tried again', async () => {
	const broken = new Error('a file is missing')
	let isBroken = true
	const { ask, reported } = clientOf(async () => {
		if (isBroken) throw broken
		return routes()
	})
	expect(await errorOf(ask())).toMatchObject({ code: 'INTERNAL' })
	expect(reported).toEqual([broken])
	isBroken = false
	expect(await ask()).toBe(1)
})
