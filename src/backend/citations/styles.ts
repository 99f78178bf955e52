/** The styles as citeproc needs them: two come with Citation.js, the others are files that ship. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { StyleId } from '#domain/citations/styles.ts'
import { Failure } from '../failure.ts'
import { withAdditions } from './additions.ts'

/** Where each style comes from, and the language that it is set in. */
const sources: Record<StyleId, { bundled: string } | { file: string }> = {
	apa: { bundled: 'apa' },
	harvard: { bundled: 'harvard1' },
	mla: { file: 'modern-language-association.csl' },
	chicago: { file: 'chicago-author-date.csl' },
	'chicago-notes': { file: 'chicago-fullnote-bibliography.csl' },
}
/** British quotation marks for the British style; the American ones keep their own. */
const languages: Record<StyleId, 'en-GB' | 'en-US'> = {
	apa: 'en-US',
	mla: 'en-US',
	chicago: 'en-US',
	'chicago-notes': 'en-US',
	harvard: 'en-GB',
}

/**
 * Loads a style once.
 * @param folder where the files of resources/styles are
 * @returns what Citation.js knows it by
 * @throws Failure when the file is missing
 */
export async function loadStyle(style: StyleId, folder: string): Promise<{ template: string; lang: string }> {
	const { styles, locales } = plugins.config.get('@csl')
	const [template, lang, source] = [`parallax-${style}`, languages[style], sources[style]]
	if (lang === 'en-GB' && !locales.has(lang)) locales.add(lang, await fileText(join(folder, `locales-${lang}.xml`)))
	if (!styles.has(template)) {
		const xml = 'bundled' in source ? styles.get(source.bundled) : await fileText(join(folder, source.file))
		styles.add(template, withAdditions(style, xml))
	}
	return { template, lang }
}

async function fileText(path: string): Promise<string> {
	return readFile(path, 'utf8').catch((cause: unknown) => {
		throw new Failure('UNAVAILABLE', 'A citation style is missing.', 'Install Parallax again.', { cause })
	})
}
