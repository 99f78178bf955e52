import { presentationFrom } from '#backend/classroom/from-comparison.ts'
import { settleData } from '#backend/data-folder/settle.ts'
import { Failure } from '#backend/failure.ts'
import { takeHostLock } from '#backend/host-lock.ts'
import { nearest } from '#backend/nearest.ts'
import type { Following } from '#contract/classroom/classroom.ts'
import { type Presentation, PresentationId } from '#contract/classroom/presentations.ts'
import type { Client } from '#contract/index.ts'
import { startServer } from '#server/index.ts'
import type { Call, Command } from '../command.ts'
import { openFor } from '../open.ts'
import { Refusal } from '../refusal.ts'
import { stopped } from '../stopped.ts'

/** @param id of a presentation or a comparison. @throws Refusal when there is neither */
async function named(id: string, client: Client): Promise<Presentation> {
	if (PresentationId.safeParse(id).success) return client.presentations.show({ id })
	const known = (await client.library.list({ kind: 'comparison' })).map((item) => item.id)
	if (known.includes(id)) return presentationFrom(client, id)
	const near = nearest(id, known)
	throw new Refusal(
		`There is no presentation and no comparison called “${id}”.`,
		near ? `Did you mean “${near}”?` : '“library list --kind comparison” names the comparisons.',
	)
}

/** Lets devices follow. @returns how it stands once it is on or cannot be */
async function followed(client: Client, reach: 'network' | 'computer'): Promise<Following> {
	await client.classroom.follow({ reach })
	for await (const { following } of await client.classroom.watch())
		if (following.state === 'on' || following.state === 'failed') return following
	throw new Failure('UNAVAILABLE', 'Parallax was closed while it opened for devices.', 'Start it again.')
}

/** @param url the address that opens the app, with its token. @returns one that opens another page */
function addressOf(url: string, path: string): string {
	const address = new URL(url)
	address.pathname = path
	return address.href
}

/** Presents until the program is asked to stop. */
async function hold(call: Call, lock: { update(url: string): void }): Promise<void> {
	const { values, io, places, place, answer, operands } = call
	const [id = ''] = operands
	const backend = await openFor('browser', place, places, io)
	try {
		const { client } = backend
		const presentation = await named(id, client)
		await client.classroom.start({ presentation: presentation.id })
		const { join, problem } = await followed(client, values.lan ? 'network' : 'computer')
		const server = await startServer({ backend, rendererDir: places.rendererDir, env: io.env })
		try {
			lock.update(server.url)
			const presenter = addressOf(server.url, `/present/${presentation.id}/live`)
			const audience = addressOf(server.url, '/room.html')
			const follower = join?.url ?? null
			if (problem) io.err(`Devices cannot follow. ${problem.sentence} ${problem.next}\n`)
			await answer({ presenter, audience, follower }, () =>
				[
					`‘${presentation.title}’ is on (Ctrl-C ends it).`,
					`Presenter: ${presenter}`,
					`Audience:  ${audience}`,
					...(join ? [`Followers: ${join.url} (or ${join.short} with the code ${join.code})`] : []),
					'',
				].join('\n'),
			)
			await stopped(io.stop)
		} finally {
			await server.close()
		}
	} finally {
		await backend.close()
	}
}

export const present: Command = {
	words: ['present'],
	takes: 'ID [--lan]',
	summary:
		'present slides, or a comparison as slides, without a window; with --lan devices in the local network can follow',
	options: ['lan'],
	operands: [1, 1],
	async run(call) {
		const place = await settleData(call.place, 'browser', (sentence) => call.io.err(`${sentence}\n`))
		const lock = await takeHostLock(place.dataDir, { kind: 'browser' }, () => {})
		if (!lock.held) {
			const { url } = lock.host
			throw new Refusal(
				`Parallax is running already${url ? ` at ${url}` : ''}.`,
				'Present there, or close it and try again.',
			)
		}
		try {
			await hold({ ...call, place }, lock)
		} finally {
			await lock.release()
		}
		return 0
	},
}
