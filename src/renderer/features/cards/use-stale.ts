/** Cards whose source says something else by now. */
import { client } from '../../client/index.ts'
import { useAnswer } from '../../composables/use-answer.ts'
import { onChange } from '../../stores/changes.ts'

/** @returns them, read again whenever cards have changed */
export function useStale() {
	const answer = useAnswer(
		() => 'stale',
		(_, signal) => client.cards.notes.stale(undefined, { signal }),
	)
	onChange('cards', answer.reload)
	return answer
}
