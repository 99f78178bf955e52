/** Addresses and landmarks that several specs use. */
import type { Page } from '@playwright/test'

export const comparison = '/compare/intimate-psychotherapy-and-sex-therapy'
export const trope = '/read/intimate-psychotherapy'
export const article = '/read/psychosexual-therapy'

/** A phrase that stands in the covered text of one depiction alone. */
export const coveredPhrase = 'distrusts the hospital'

export const row = (page: Page, dimension: string) => page.getByRole('group', { name: dimension, exact: true }).first()
export const search = (page: Page) => page.getByRole('dialog', { name: 'Search' })
export const pane = (page: Page, side: 'Fiction' | 'Clinical reality') =>
	page.getByRole('region', { name: new RegExp(`^${side}, `) }).locator('.pane')

/** How many ranges of the page are marked as found words. */
export const marked = (page: Page) => page.evaluate(() => CSS.highlights.get('find')?.size ?? 0)
