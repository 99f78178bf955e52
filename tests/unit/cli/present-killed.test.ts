/** A presentation that is killed in the middle of a lecture. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Client, createClient } from '#contract/port.ts'
import { openSocketPort } from '#renderer/client/socket-port.ts'
import { endAll, knock } from '../server/classroom/support.ts'
import { pollSlide } from '../support/slides.ts'
import { openWorkspace } from '../support/workspaces.ts'
import { useCommandLine } from './support.ts'

const line = useCommandLine()
const endings: (() => unknown)[] = []
afterEach(async () => {
	for (const end of endings.splice(0)) end()
	await endAll()
})

/** Starts `present` as a process of its own, and enters it as a window does. */
async function present(id: string) {
	const entry = join(import.meta.dirname, 'entry.ts')
	const child: ChildProcess = spawn(process.execPath, [entry, 'present', id, '--json', '--data', line().dataDir], {
		env: { ...process.env, PARALLAX_TEST_FOLDER: line().folder },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	endings.push(() => child.kill('SIGKILL'))
	const [first] = child.stdout ? await once(child.stdout, 'data') : []
	const { presenter, follower } = JSON.parse(String(first)) as Record<'presenter' | 'follower', string>
	const { origin, host, port, searchParams } = new URL(presenter)
	const headers = { Origin: origin, Cookie: `parallax-${port}=${searchParams.get('token')}` }
	const socket = openSocketPort('', {
		makeSocket: () => new WebSocket(`ws://${host}/rpc`, { headers }) as unknown as globalThis.WebSocket,
	})
	endings.push(() => socket.close())
	return { child, client: createClient<Client>(socket), follower: new URL(follower) }
}

it('loses the open round at most: what was answered before is there after the next start', async () => {
	const workspace = await openWorkspace(line().dataDir)
	const { id } = workspace.presentations.create({
		title: 'Sleep',
		comparison: null,
		theme: 'light',
		slides: [pollSlide()],
	})
	await workspace.close()

	const { child, client, follower } = await present(id)
	const device = await knock(Number(follower.port))
	if (typeof device === 'number') throw new Error(`refused with ${device}`)
	device.send({ type: 'join', code: follower.searchParams.get('code') ?? '' })
	await device.next('joined')
	const { classroom, workspace: watched } = client
	const changes = await watched.changes()
	const kept = (async () => {
		for await (const { what } of changes) if (what === 'results') return
	})()
	const opened = async (round: 1 | 2) => {
		for (;;) {
			const { view } = await device.next('view')
			if (view.page?.parts.some((part) => part.type === 'poll' && part.poll.open && part.poll.round === round)) return
		}
	}
	const vote = async (round: 1 | 2, choice: string) => {
		// The presenter never waits for devices: what was done is on its way to them.
		await opened(round)
		device.vote('poll', round, choice)
		await device.next('voted')
		for await (const { live } of await classroom.watch()) if (live?.polls.poll?.rounds[round - 1]?.voters === 1) break
	}
	await classroom.act({ type: 'next' })
	await vote(1, 'a')
	await classroom.act({ type: 'go', slide: 0, step: 3 })
	await vote(2, 'b')
	await kept
	child.kill('SIGKILL')
	await once(child, 'close')

	const again = await openWorkspace(line().dataDir)
	expect(again.results.list()).toMatchObject([
		{ presentation: id, title: 'Sleep', polls: [{ slide: 'poll', rounds: [[{ option: 'a', count: 1 }]] }] },
	])
	await again.close()
})
