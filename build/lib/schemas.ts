/** The pack format as JSON Schemas, for editors. */
import { z } from '#contract/jitless.ts'
import { fileSchemas } from '#domain/packs/format.ts'
import { inRoot } from './paths.ts'

const titles: Record<keyof typeof fileSchemas, [title: string, description: string]> = {
	pack: ['pack.yaml', 'What a Parallax pack is.'],
	topics: ['topics.yaml', 'Subjects that documents and comparisons of a Parallax pack are filed under.'],
	works: ['works.yaml', 'Films, novels, series, games and other works that the tropes of a Parallax pack name.'],
	article: ['articles/*.md', 'Front matter of a text on clinical reality.'],
	trope: ['tropes/*.md', 'Front matter of a text on a recurring convention in fiction.'],
	comparison: ['comparisons/*.yaml', 'Tropes and articles of a Parallax pack set side by side as points.'],
}

/** The folder that the schemas stand in. */
export const schemasFolder: string = inRoot('resources/schemas')

/** @returns the text of each schema file by its name. */
export function schemaFiles(): Map<string, string> {
	const kinds = Object.keys(fileSchemas) as (keyof typeof fileSchemas)[]
	return new Map(
		kinds.map((kind) => {
			const { $schema, ...schema } = z.toJSONSchema(fileSchemas[kind], { io: 'input' })
			const [title, description] = titles[kind]
			return [`${kind}.schema.json`, `${JSON.stringify({ $schema, title, description, ...schema }, null, '\t')}\n`]
		}),
	)
}
