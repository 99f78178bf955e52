/** The page for followers, as phones see it. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { inRoot } from '../../build/lib/paths.ts'
import type { Slide } from '../../src/contract/classroom/presentations.ts'
import { type FollowerListener, followerCode, startFollowerListener } from '../setup/follower-listener.ts'
import { lecture } from '../setup/lecture.ts'

interface Fixtures {
	listener: FollowerListener
	troubles: string[]
	/** A page that follows, by the address of the QR code. */
	follow: () => Promise<Page>
}
const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
	listener: async ({}, use) => {
		const listener = await startFollowerListener(lecture())
		await use(listener)
		await listener.kill()
	},
	troubles: async ({ context, listener }, use) => {
		const troubles: string[] = []
		context.on('weberror', (error) => troubles.push(`error: ${error.error().message}`))
		context.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
		})
		context.on('request', (request) => {
			if (/^http/.test(request.url()) && !request.url().startsWith(listener.origin))
				troubles.push(`elsewhere: ${request.url()}`)
		})
		await use(troubles)
		expect(troubles).toEqual([])
	},
	follow: async ({ context, listener, troubles: _ }, use) => {
		await use(async () => {
			const page = await context.newPage()
			await page.goto(`${listener.origin}/?code=${followerCode}`)
			return page
		})
	},
})
test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } })

/** A picture of one pixel. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const heading = (page: Page, name: string) => page.getByRole('heading', { name })

test('a device joins by the address of the QR code and lands on what is on', async ({ follow, listener }) => {
	listener.act({ type: 'go', slide: 4 })
	const page = await follow()
	await expect(heading(page, 'What to take home')).toBeVisible()
	await expect(page.getByRole('listitem')).toHaveText(['Love helps.', 'It does not treat.'])
	await expect(page.getByRole('blockquote')).toHaveText('A relationship is no therapy.')
	await expect(page).toHaveTitle('Love as a cure · Parallax')
	await page.reload()
	await expect(heading(page, 'What to take home')).toBeVisible()
})

test('a device joins by typing the code, and is told of a wrong one', async ({ context, listener, troubles: _ }) => {
	const page = await context.newPage()
	await page.goto(listener.origin)
	const field = page.getByLabel('The code on the screen')
	await field.fill('wrong')
	await page.getByRole('button', { name: 'Join' }).click()
	await expect(page.getByRole('alert')).toContainText('This code does not fit.')
	await expect(field).toHaveAttribute('aria-invalid', 'true')
	await field.fill('k3t xwm')
	await field.press('Enter')
	await expect(heading(page, 'Love as a cure')).toBeVisible()
})

test('a device votes once, is asked again after the discussion, and takes what it had wrong as cards', async ({
	follow,
	listener,
}) => {
	listener.act({ type: 'go', slide: 1, step: 1 })
	const page = await follow()
	await expect(heading(page, 'How does the claim fare?')).toBeVisible()
	await expect(page.getByText('Anonymous. One tap counts and cannot be changed.')).toBeVisible()
	const accurate = page.getByRole('button', { name: 'Accurate', exact: true })
	await accurate.click()
	await expect(page.getByText('Your vote is counted: Accurate.')).toBeVisible()
	await expect(accurate).toHaveAttribute('aria-pressed', 'true')
	await expect(accurate).toBeFocused()
	await expect.poll(() => listener.live().polls.mechanism?.rounds[0].voters).toBe(1)
	// It is the same device in another tab, and after the page was loaded again.
	const tab = await follow()
	await expect(tab.getByText('Your vote is counted: Accurate.')).toBeVisible()
	await page.getByRole('button', { name: 'Harmful' }).click({ force: true })
	await expect(page.getByText('Your vote is counted: Accurate.')).toBeVisible()

	listener.act({ type: 'next' })
	await expect(heading(page, 'Why does fiction like the sudden cure so much?')).toBeVisible()
	listener.act({ type: 'next' })
	await expect(page.getByText('Second vote, after the discussion. In the first you chose Accurate.')).toBeVisible()
	await page.getByRole('button', { name: 'Exaggerated' }).click()
	await expect(page.getByText('Your vote is counted: Exaggerated.')).toBeVisible()
	await expect.poll(() => listener.live().polls.mechanism?.rounds[1].voters).toBe(1)

	listener.act({ type: 'next' })
	const table = page.getByRole('table', { name: 'What the room answered' })
	await expect(table.getByRole('row', { name: /^Accurate/ })).toContainText('1 vote')
	await expect(page.getByText('You chose Exaggerated. That is not right.')).toBeVisible()
	await expect(page.getByText('the nightmares have gone')).toBeVisible()

	listener.act({ type: 'go', slide: 2, step: 1 })
	await page.getByRole('button', { name: 'Eight to fifteen' }).click()
	await expect(page.getByText('Your vote is counted')).toBeVisible()
	listener.act({ type: 'next' })
	await expect(page.getByText('You chose Eight to fifteen. That is right.')).toBeVisible()
	listener.act({ type: 'go', slide: 5 })
	await expect(heading(page, 'This is the end. Thank you.')).toBeVisible()
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save 1 card' }).click(),
	])
	expect(download.suggestedFilename()).toBe('Love as a cure - cards.txt')
	const text = readFileSync(await download.path(), 'utf8')
	expect(text).toContain('#deck:Love as a cure\n')
	expect(text).toContain('"One night of love ends the trauma.\n\nHow does the claim fare?"\t"Harmful\n\nTrauma eases')
})

test('a device stays the same one when another site leads to the page', async ({
	context,
	follow,
	listener,
	troubles,
}) => {
	listener.act({ type: 'go', slide: 2, step: 1 })
	const page = await follow()
	await page.getByRole('button', { name: 'One' }).click()
	await expect(page.getByText('Your vote is counted: One.')).toBeVisible()
	// Another name is another site: its link comes without the strict cookie.
	const link = `<!doctype html><title>Elsewhere</title><a href="${listener.origin}/?code=${followerCode}">Follow</a>`
	const site = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(link))
	await once(site.listen(0, '127.0.0.1'), 'listening')
	const elsewhere = await context.newPage()
	await elsewhere.route('**/favicon.ico', (route) => route.abort())
	await elsewhere.goto(`http://localhost:${(site.address() as AddressInfo).port}`)
	await elsewhere.getByRole('link', { name: 'Follow' }).click()
	await expect(elsewhere.getByText('Your vote is counted: One.')).toBeVisible()
	site.closeAllConnections()
	site.close()
	expect(troubles.splice(0)).toEqual([expect.stringContaining('elsewhere: http://localhost')])
})

test('pictures of slides are shown, to those who follow', async ({ follow, listener, request }) => {
	const content = Buffer.from(dot, 'base64')
	const id = createHash('sha256').update(content).digest('hex')
	listener.say({ type: 'image', id, picture: { mediaType: 'image/png', content: dot } })
	listener.slides.push({
		...lecture()[4],
		id: 'picture',
		text: `![Two eyes](image:${id})`,
	} as Slide)
	listener.act({ type: 'go', slide: 5 })
	const page = await follow()
	const picture = page.getByRole('img', { name: 'Two eyes' })
	await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
	expect((await request.get(`${listener.origin}/image/${id}`)).status()).toBe(404)
})

test('a word is sent as a vote', async ({ follow, listener }) => {
	listener.act({ type: 'go', slide: 3 })
	const page = await follow()
	await expect(heading(page, 'Love in one word?')).toBeVisible()
	await expect(page.getByLabel('Your word')).toBeHidden()
	listener.act({ type: 'next' })
	await page.getByLabel('Your word').fill('  Warmth ')
	await page.getByRole('button', { name: 'Send' }).click()
	await expect(page.getByText('Your vote is counted: warmth.')).toBeVisible()
	// Looked back on, it is asked and takes no votes.
	listener.act({ type: 'go', slide: 0 })
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	await page.getByRole('button', { name: 'Later' }).click()
	await expect(heading(page, 'Love in one word?')).toBeVisible()
	await expect(page.getByLabel('Your word')).toBeHidden()
	await page.getByRole('button', { name: /Back to now/ }).click()
	listener.act({ type: 'go', slide: 3, step: 2 })
	await expect(page.getByRole('table').getByRole('row', { name: /^warmth/ })).toContainText('1 vote')
})

test('a device looks back while the presenter goes on, and returns with one tap', async ({ follow, listener }) => {
	listener.act({ type: 'go', slide: 1 }, { type: 'go', slide: 0 })
	const page = await follow()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	listener.act({ type: 'go', slide: 1 })
	await expect(heading(page, 'One night of love ends the trauma.')).toBeVisible()
	await page.getByRole('button', { name: 'Earlier' }).click()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	await expect(page.getByText('You are looking back.', { exact: true })).toBeVisible()
	listener.act({ type: 'go', slide: 4 })
	await expect(page.getByText('You are looking back. The presenter has gone on.')).toBeVisible()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	await page.getByRole('button', { name: 'Later' }).click()
	await expect(heading(page, 'One night of love ends the trauma.')).toBeVisible()
	await page.getByRole('button', { name: /Back to now/ }).click()
	await expect(heading(page, 'What to take home')).toBeVisible()
	await expect(page.getByRole('button', { name: 'Later' })).toHaveAttribute('aria-disabled', 'true')
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a device comes back by itself when the listener does', async ({ follow, listener, troubles }) => {
	const page = await follow()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	await listener.kill()
	await expect(page.getByText('The connection is lost. It comes back by itself')).toBeVisible()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	await listener.open()
	listener.act({ type: 'go', slide: 4 })
	await expect(heading(page, 'What to take home')).toBeVisible({ timeout: 30_000 })
	await expect(page.getByText('The connection is lost.')).toBeHidden()
	// The browser itself writes of each try.
	troubles.splice(0)
})

test('black, a notice and the end of following are said in words', async ({ follow, listener, troubles }) => {
	const page = await follow()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	listener.act({ type: 'black', on: true })
	await expect(heading(page, 'The screen is dark for a moment.')).toBeVisible()
	await page.getByRole('button', { name: 'Earlier' }).click()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	listener.act({ type: 'black', on: false }, { type: 'go', slide: 4 })
	await page.getByRole('button', { name: /Back to now/ }).click()
	await expect(heading(page, 'What to take home')).toBeVisible()
	await listener.close()
	await expect(page.getByText('The presenter has ended following on devices.')).toBeVisible()
	// What it has seen stays.
	await page.getByRole('button', { name: 'Earlier' }).click()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	troubles.splice(0)
})

test('text size and colours are kept on the device', async ({ follow }) => {
	const page = await follow()
	await page.getByRole('button', { name: 'Text and colours' }).click()
	const larger = page.getByRole('button', { name: 'Larger text' })
	for (let step = 0; step < 5; step++) await larger.click()
	await expect(page.getByText('200 %')).toBeVisible()
	await expect(larger).toHaveAttribute('aria-disabled', 'true')
	await page.getByRole('radio', { name: 'Dark' }).check()
	await page.reload()
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
	await expect(page.locator('html')).toHaveCSS('font-size', '32px')
	await expect(heading(page, 'Love as a cure')).toBeVisible()
})

test('a device is asked for the code again where it has changed', async ({ follow, listener, troubles }) => {
	const page = await follow()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	await listener.kill()
	await listener.open('PPPPPP')
	await expect(page.getByRole('alert')).toContainText('This code does not fit.', { timeout: 30_000 })
	await page.getByLabel('The code on the screen').fill('pppppp')
	await page.getByRole('button', { name: 'Join' }).click()
	await expect(heading(page, 'Love as a cure')).toBeVisible()
	troubles.splice(0)
})

test('what phones load is small, and has no pattern that older ones stumble over', () => {
	const scripts = globSync('out/follower/assets/*.js', { cwd: inRoot('.') }).map((file) => readFileSync(inRoot(file)))
	expect(scripts).toHaveLength(1)
	for (const script of scripts) {
		expect(script.length).toBeLessThan(150_000)
		// Looking behind: until 2023 Safari did not read a script that does.
		expect(script.toString()).not.toMatch(/\(\?<[=!]/)
	}
})

test.describe('on every screen', () => {
	// axe puts its own script into the page, which the policy rightly refuses.
	test.use({ bypassCSP: true, viewport: { width: 320, height: 568 } })

	test('axe finds nothing, nothing reaches beyond the edge at 320 px, and what is pressed is large', async ({
		follow,
		listener,
		context,
	}) => {
		test.slow()
		const page = await follow()
		const look = async (name: string) => {
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme })
				await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
				const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
				const faults = violations.map(
					({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
				)
				expect.soft(faults, `${name}, ${colorScheme}`).toEqual([])
			}
			const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
			expect.soft(beyond, `${name}: beyond the edge`).toBeLessThanOrEqual(0)
			const small = await page.evaluate(() =>
				[...document.querySelectorAll('button, input, label.choice')]
					.filter((each) => each.checkVisibility() && !each.matches('[type="radio"]'))
					.filter((each) => {
						const { width, height } = each.getBoundingClientRect()
						return width < 44 || height < 44
					})
					.map((each) => each.outerHTML.slice(0, 80)),
			)
			expect.soft(small, `${name}: small targets`).toEqual([])
		}
		await expect(heading(page, 'Love as a cure')).toBeVisible()
		await page.getByRole('button', { name: 'Text and colours' }).click()
		await look('the title, with text and colours')
		await page.getByRole('button', { name: 'Larger text' }).click({ clickCount: 5 })
		for (const step of [1, 2, 3, 4, 5, 6]) {
			listener.act({ type: 'go', slide: 1, step })
			await expect(page.locator('.slide')).toHaveClass(/at-(vote|discuss|revote|reveal|evidence|discussion)/)
			await look(`the point at its step ${step}`)
			if (step === 1) await page.getByRole('button', { name: 'Simplified' }).click()
		}
		listener.act({ type: 'go', slide: 3, step: 1 })
		await expect(page.getByLabel('Your word')).toBeVisible()
		await look('a word')
		await page.getByRole('button', { name: 'Earlier' }).click()
		await expect(page.getByRole('button', { name: /Back to now/ })).toBeVisible()
		await look('looking back')
		listener.act({ type: 'black', on: true })
		await page.getByRole('button', { name: /Back to now/ }).click()
		await expect(heading(page, 'The screen is dark for a moment.')).toBeVisible()
		await look('black')
		const stranger = await context.newPage()
		await stranger.goto(listener.origin)
		await expect(stranger.getByRole('button', { name: 'Join' })).toBeVisible()
	})
})
