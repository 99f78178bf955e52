/** From the files that went into the bundles to the packages that they belong to, and to those packages' licences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '#contract/host.ts'
import { isAllowed } from './allowed.ts'

/** The part of package-lock.json that is needed here. */
export interface Lock {
	packages: Record<string, { dev?: boolean; version?: string }>
}

/**
 * @param file a module as the bundler names it: a path that may have a prefix, a query, and separators of either kind
 * @returns the package's folder as package-lock.json names it, e.g. `node_modules/a/node_modules/@b/c`
 */
export function packageOf(file: string): string | undefined {
	const path = file.replaceAll('\\', '/')
	const first = path.indexOf(marker)
	const inside = path.lastIndexOf(marker) + marker.length
	const name = first < 0 ? undefined : /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(inside))?.[0]
	return name && path.slice(first + 1, inside) + name
}

const marker = '/node_modules/'

/**
 * @param top the folder that package-lock.json is in
 * @param files the modules of the bundles
 * @returns one notice for each package, by name
 * @throws Error naming every package whose licence is missing, not allowed, or that is no production dependency
 */
export function noticesOf(top: string, lock: Lock, files: readonly string[]): Notice[] {
	const folders = [...new Set(files.map(packageOf).filter((folder) => folder !== undefined))]
	const faults: string[] = []
	const notices: Notice[] = []
	for (const folder of folders) {
		const locked = lock.packages[folder]
		if (!locked) faults.push(`${folder} is in a bundle but not in package-lock.json.`)
		else if (locked.dev) faults.push(`${folder} is in a bundle but only a development dependency.`)
		else {
			const notice = readNotice(join(top, folder))
			const fault = faultOf(notice)
			if (fault) faults.push(fault)
			notices.push(notice)
		}
	}
	if (faults.length > 0) throw new Error(faults.join('\n'))
	return unique(notices).sort(byName)
}

/** @returns what is wrong with a licence, as a sentence, or undefined. */
export function faultOf({ name, version, licence, text }: Notice): string | undefined {
	if (!licence) return `${name} ${version} names no licence.`
	if (!isAllowed(licence)) return `${name} ${version} is under ${licence}, which is not in build/notices/allowed.ts.`
	if (!text) return `${name} ${version} (${licence}) ships no licence text, and build/notices/texts has none for it.`
	return undefined
}

function readNotice(folder: string): Notice {
	const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		name: string
		version: string
		license?: string
		author?: string | { name: string }
	}
	const texts = readdirSync(folder)
		.filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file) && !/\.(c?js|ts|html)$/i.test(file))
		.sort()
		.map((file) => readFileSync(join(folder, file), 'utf8').trim())
	const authors = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`
	return { name, version, licence: license ?? '', text: texts.join('\n\n') || standardText(license, authors) }
}

/** The wording of a licence, for a package that names it and leaves the text out. */
function standardText(licence: string | undefined, authors: string): string {
	const file = new URL(`./texts/${licence}.txt`, import.meta.url)
	return licence && existsSync(file) ? readFileSync(file, 'utf8').replace('<authors>', authors).trim() : ''
}

const byName = (a: Notice, b: Notice): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const unique = (notices: Notice[]): Notice[] => [
	...new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice])).values(),
]
