/** The fixture pack that uses every part of the format, and copies of it with something changed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '#contract/library.ts'
import { type PackFiles, type ReadPack, readPack } from '#domain/packs/compile.ts'

export const fixturePacks = join(import.meta.dirname, '..', '..', 'fixtures', 'packs')

/** @returns the text files of a fixture pack by path, with forward slashes. */
export function filesOf(pack: string): Map<string, string> {
	const folder = join(fixturePacks, pack)
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
	return new Map(
		entries.map((entry) => {
			const path = join(entry.parentPath, entry.name)
			return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
		}),
	)
}

/** The whole format in one small pack. */
export const lighthouse: PackFiles = filesOf('lighthouse')

/** @returns the pack with one file's text replaced, added, or taken away. */
export function withFile(path: string, text: string | undefined, files: PackFiles = lighthouse): Map<string, string> {
	const changed = new Map(files)
	if (text === undefined) changed.delete(path)
	else changed.set(path, text)
	return changed
}

/** @returns the pack with one stretch of one file replaced; the stretch must stand there exactly once. */
export function edited(path: string, from: string, to: string, files: PackFiles = lighthouse): Map<string, string> {
	const text = files.get(path) ?? ''
	if (text.split(from).length !== 2) throw new Error(`“${from}” stands ${text.split(from).length - 1} times in ${path}`)
	return withFile(
		path,
		text.replace(from, () => to),
		files,
	)
}

/** @returns the pack, which must have no fault. */
export function packOf(files: PackFiles): ReadPack {
	const { pack, faults } = readPack(files)
	expect(faults).toEqual([])
	if (!pack) throw new Error('no faults and no pack')
	return pack
}

export const faultsOf = (files: PackFiles): Fault[] => readPack(files).faults

/** @returns the line (from 1) of a file on which `needle` first stands. */
export function lineIn(files: PackFiles, path: string, needle: string): number {
	const at = files.get(path)?.indexOf(needle) ?? -1
	if (at < 0) throw new Error(`“${needle}” does not stand in ${path}`)
	return files.get(path)?.slice(0, at).split('\n').length ?? 0
}

/** One change to the fixture pack: the file, a stretch that stands there once, what replaces it, what the fault says, and where. */
export type Breakage = [path: string, from: string, to: string, says: string, at?: string]

/**
 * Expects the changed pack to have one fault, and no other.
 * @param says what the message holds
 * @param at what stands on the fault's line after the change; the first line of `to` unless given
 */
export function expectFault(...[path, from, to, says, at = to]: Breakage): void {
	const files = edited(path, from, to)
	const message = expect.stringContaining(says)
	expect(faultsOf(files)).toEqual([{ file: path, line: lineIn(files, path, at.split('\n')[0] ?? ''), message }])
}
