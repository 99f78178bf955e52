/** Appearance takes effect at once, is kept, and is followed by other windows. */
import type { Page } from '@playwright/test'
import { expect, test } from '../setup/e2e.ts'

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
const property = (page: Page, name: string) =>
	page.evaluate((key) => document.documentElement.style.getPropertyValue(key), name)

test('colours, size, spacing and width are kept over a reload', async ({ open }) => {
	const page = await open('/settings')
	for (const [label, value] of [
		['Light', 'light'],
		['High contrast', 'contrast'],
		['Dark', 'dark'],
	] as const) {
		await page.getByText(label, { exact: true }).click()
		await expect.poll(() => theme(page)).toBe(value)
	}
	const sample = page.getByRole('figure').getByText('Recovery is slow')
	const look = () =>
		sample.evaluate((text) => {
			const { fontSize, lineHeight, maxWidth, backgroundColor } = getComputedStyle(text)
			return { fontSize, lineHeight, maxWidth, backgroundColor }
		})
	const before = await look()
	await page.getByRole('slider', { name: 'Text size' }).press('ArrowRight')
	await page.getByRole('slider', { name: 'Line spacing' }).press('ArrowRight')
	await page.getByRole('slider', { name: 'Column width' }).press('ArrowLeft')
	await expect(page.getByText('110%')).toBeVisible()
	const after = await look()
	expect(Number.parseFloat(after.fontSize)).toBeCloseTo(Number.parseFloat(before.fontSize) * 1.1, 1)
	expect(Number.parseFloat(after.lineHeight)).toBeCloseTo(Number.parseFloat(after.fontSize) * 1.7, 1)
	expect(Number.parseFloat(after.maxWidth)).toBeCloseTo(Number.parseFloat(after.fontSize) * 64 * 0.5, 1)
	await page.reload()
	await expect.poll(() => theme(page)).toBe('dark')
	await expect.poll(() => property(page, '--reading-scale')).toBe('1.1')
	expect(await property(page, '--reading-leading')).toBe('1.7')
	expect(await property(page, '--reading-measure')).toBe('64')
})

test('without a choice the system’s colours are followed', async ({ open }) => {
	const page = await open()
	await page.emulateMedia({ colorScheme: 'dark' })
	await expect.poll(() => theme(page)).toBe('dark')
	await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
	await expect.poll(() => theme(page)).toBe('contrast')
})

test('a second window follows the first', async ({ open, context, host }) => {
	const page = await open('/settings')
	const second = await context.newPage()
	await second.goto(host.origin)
	await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
	await page.getByText('Dark', { exact: true }).click()
	await expect.poll(() => theme(second)).toBe('dark')
})
