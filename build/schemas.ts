/** Writes the JSON Schemas of the pack format into resources/schemas: `npm run schemas` after a change of the format. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFiles, schemasFolder } from './lib/schemas.ts'

rmSync(schemasFolder, { recursive: true, force: true })
mkdirSync(schemasFolder, { recursive: true })
for (const [name, text] of schemaFiles()) writeFileSync(join(schemasFolder, name), text)
