import { beforeEach, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/main/ask.ts'
import { handOver } from '../../../src/main/hand-over.ts'

const knock = vi.fn(async () => undefined)
const openAddress = vi.fn(async (_url: string) => undefined)
const say = vi.fn()
let asked: Question[]
const ask = async (question: Question) => asked.push(question)

beforeEach(() => {
	vi.clearAllMocks()
	asked = []
})

it('brings a desktop app to the front', async () => {
	await handOver({ host: { kind: 'desktop', pid: 7 }, knock, openAddress, ask, say })
	expect(knock).toHaveBeenCalledOnce()
	expect(openAddress).not.toHaveBeenCalled()
	expect(say).toHaveBeenCalledWith(expect.stringMatching(/already open/))
})

it('opens the address of a browser host, and says so', async () => {
	const url = 'http://127.0.0.1:4100/?token=x'
	await handOver({ host: { kind: 'browser', pid: 7, url }, knock, openAddress, ask, say })
	expect(openAddress).toHaveBeenCalledWith(url)
	expect(asked[0]?.message).toMatch(/already runs in your browser/)
})

it.each([undefined, 'https://example.org/', 'file:///etc/passwd'])('does not open the address %s', async (url) => {
	const host = { kind: 'browser' as const, pid: 7, ...(url && { url }) }
	await handOver({ host, knock, openAddress, ask, say })
	expect(openAddress).not.toHaveBeenCalled()
	expect(asked[0]?.detail).toMatch(/process 7/)
})
