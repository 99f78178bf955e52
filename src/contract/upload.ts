/** Files of annotations on their way in and out: in parts that fit a message. */
import { type ExportPart, type ImportDone, type ImportStep, largestFile, largestPart } from './annotations.ts'
import type { Client } from './index.ts'

type Options = Parameters<Client['annotations']['upload']>[1]

/** @returns whether a file is short enough to be taken in. */
export const fits = (text: string): boolean => text.length <= largestFile

/**
 * Sends a file and has it taken in; a mark that some programs begin a file with is left out: it is no part of its JSON.
 * @param dryRun whether nothing is to be changed
 * @param told of the share that is done, from 0 to 1
 * @throws BAD_REQUEST, with line and reason, for a wrong file
 */
export async function importFile(
	client: Pick<Client, 'annotations'>,
	file: string,
	{ dryRun = false, told = () => {} }: { dryRun?: boolean; told?: (share: number) => void } = {},
	options?: Options,
): Promise<ImportDone> {
	const text = file.replace(/^\uFEFF/, '')
	const upload = `${Date.now()} ${Math.random()}`
	for (let at = 0; at === 0 || at < text.length; at += largestPart)
		await client.annotations.upload({ upload, at, text: text.slice(at, at + largestPart) }, options)
	const steps: AsyncIterable<ImportStep> = await client.annotations.import({ upload, dryRun }, options)
	for await (const step of steps) {
		if (step.type === 'done') return step
		told(step.share)
	}
	throw new Error('The import has ended without a result.')
}

/** @returns the file that an export makes, from its parts. */
export async function exportedText(steps: AsyncIterable<ExportPart>): Promise<string> {
	let text = ''
	for await (const step of steps) if (step.type === 'part') text += step.text
	return text
}
