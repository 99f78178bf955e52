/**
 * All faults at once. tests/fixtures/packs/broken/every-fault has one of each that the check must name; faults.txt beside it
 * is the whole answer. After a change that is meant, `npx vitest --project unit -u faults-all` writes it anew: read the difference.
 */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { faultsOf, filesOf, fixturePacks } from '../support/pack.ts'

it('names every fault of a pack by file and line', async () => {
	const pack = 'broken/every-fault'
	const faults = faultsOf(filesOf(pack)).map(({ file, line, message }) => `${file}:${line}  ${message}\n`)
	await expect(faults.join('')).toMatchFileSnapshot(join(fixturePacks, pack, 'faults.txt'))
})
