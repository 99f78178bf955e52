import { expect, it } from 'vitest'
import { refusalsToLog } from '#backend/classroom/refusals.ts'

it('are logged once of each kind, then whenever there are ten times as many', () => {
	const counts = Array.from({ length: 2000 }, (_, index) => [{ why: 'code' as const, count: index + 1 }])
	const logged = counts.flatMap((now, index) => refusalsToLog(counts[index - 1] ?? [], now))
	expect(logged).toEqual([1, 10, 100, 1000].map((count) => `Of followers, ${count} were refused so far (code).`))
	const other = [...(counts[20] ?? []), { why: 'origin' as const, count: 3 }]
	expect(refusalsToLog(counts[20] ?? [], other)).toEqual(['Of followers, 3 were refused so far (origin).'])
})
