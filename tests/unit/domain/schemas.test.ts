/** The JSON Schemas in the repository are those of the pack format, and say the same as the check does. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileSchemas } from '#domain/packs/format.ts'
import { schemaFiles, schemasFolder } from '../../../build/lib/schemas.ts'

interface Schema {
	$schema?: string
	title?: string
	description?: string
	type?: string
	properties?: Record<string, Schema>
	required?: string[]
	additionalProperties?: boolean
	items?: Schema
	enum?: string[]
}
const schema = (kind: string) => JSON.parse(schemaFiles().get(`${kind}.schema.json`) ?? '') as Schema

it('are up to date (npm run schemas writes them)', () => {
	const files = schemaFiles()
	expect(readdirSync(schemasFolder).sort()).toEqual([...files.keys()].sort())
	for (const [name, text] of files)
		expect([name, readFileSync(join(schemasFolder, name), 'utf8')]).toEqual([name, text])
})

it.each(Object.keys(fileSchemas))('%s says what it is', (kind) => {
	expect(schema(kind)).toMatchObject({
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: expect.stringMatching(/\.(yaml|md)$/),
		description: expect.stringMatching(/\.$/),
	})
})

it('know the keys, the closed lists and what is required', () => {
	const works = schema('works').items
	expect(works?.additionalProperties).toBe(false)
	expect(works?.required).toEqual(['id', 'title', 'creators', 'year', 'medium'])
	expect(works?.properties?.medium?.enum).toContain('western-animation')
	const point = schema('comparison').properties?.points?.items
	expect(point?.properties?.verdict?.enum).toEqual(['accurate', 'simplified', 'exaggerated', 'inaccurate', 'harmful'])
	expect(point?.required).not.toContain('contentNotes')
	expect(schema('trope').required).toEqual(['id', 'title', 'summary', 'topics', 'contentNotes'])
})
