/** The templates that ship: files of Liquid, and the parts that they share. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportLayouts } from '#contract/tokens.ts'
import type { LayoutId } from '#domain/export/layouts/labels.ts'
import { Failure } from '../failure.ts'

export interface Shipped {
	layouts: Readonly<Record<LayoutId, string>>
	parts: Readonly<Record<string, string>>
}

const partNames = ['note'] as const
const read = new Map<string, Promise<Shipped>>()

/**
 * Reads them once.
 * @param folder where the files of resources/templates are
 * @throws Failure when one is missing
 */
export function shippedTemplates(folder: string): Promise<Shipped> {
	const reading = read.get(folder) ?? readShipped(folder)
	read.set(folder, reading)
	reading.catch(() => read.delete(folder))
	return reading
}

async function readShipped(folder: string): Promise<Shipped> {
	const texts = async <T extends string>(names: readonly T[], within: string) =>
		Object.fromEntries(
			await Promise.all(names.map(async (name) => [name, await fileText(join(within, `${name}.liquid`))])),
		) as Record<T, string>
	return { layouts: await texts(exportLayouts, folder), parts: await texts(partNames, join(folder, 'parts')) }
}

async function fileText(path: string): Promise<string> {
	return readFile(path, 'utf8').catch((cause: unknown) => {
		throw new Failure('UNAVAILABLE', 'A template of exports is missing.', 'Install Parallax again.', { cause })
	})
}
