/**
 * `npm run lock`: completes package-lock.json for every system. npm leaves out the packages for other systems that the
 * registry at hand does not have (mirrors often lack them), and `npm ci` then refuses the file everywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './lib/paths.ts'
import { completeLock, type PackageLock } from './lock/complete.ts'

const file = inRoot('package-lock.json')
const text = readFileSync(file, 'utf8')
const lock = JSON.parse(text) as PackageLock
// As npm left it: it takes the indentation over from package.json when it rewrites the file.
const indent = text.startsWith('{\n\t') ? '\t' : 2
const added = completeLock(lock)
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, indent)}\n`)
console.log(added.length > 0 ? `Added to package-lock.json:\n${added.join('\n')}` : 'package-lock.json is complete.')
