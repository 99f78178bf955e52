/** The window's own bridge as a port, so that a spec can speak the contract from inside the page. */
import type { Page } from '@playwright/test'
import { type Client, createClient } from '../../src/contract/port.ts'

export interface PageLine {
	client: Client
	/** Sends anything over the bridge, as a page out of control might. */
	post(message: unknown): Promise<void>
	/** Every text that the page got from the program since the line was opened. */
	heard: string[]
}

/** The app's own client counts its requests on the same line: ours are told apart by this beginning. */
const mark = 'spec'

/** @param name a new one for each line on the same page */
export async function openLine(page: Page, name = 'specHears'): Promise<PageLine> {
	const heard: string[] = []
	const listeners: ((event: { data: unknown }) => void)[] = []
	await page.exposeFunction(name, (text: string) => {
		heard.push(text)
		if (!text.startsWith(`{"i":"${mark}`)) return
		const data = text.replace(`{"i":"${mark}`, '{"i":"')
		for (const listener of listeners) listener({ data })
	})
	await page.evaluate((hears) => {
		const listener = (window as unknown as Record<string, (text: string) => void>)[hears]
		if (listener) window.parallax?.onMessage((text) => listener(text))
	}, name)
	// The bridge's type forbids what a spec must try.
	const post = (message: unknown) => page.evaluate((data) => window.parallax?.postMessage(data as string), message)
	const client = createClient<Client>({
		postMessage: (text) => void post(text.replace('{"i":"', `{"i":"${mark}`)),
		addEventListener: (type: 'message' | 'close', listener: (event: { data: unknown }) => void) => {
			if (type === 'message') listeners.push(listener)
		},
	})
	return { client, post, heard }
}
