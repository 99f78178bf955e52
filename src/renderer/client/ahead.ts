/**
 * What the window's first page will ask for, asked for before anything else runs: the program is at work while the scripts of
 * window and page still are. The first import of main.ts.
 */
import { client } from './index.ts'

type Answers = {
	compare: Awaited<ReturnType<typeof client.library.comparison>>
	read: Awaited<ReturnType<typeof client.library.document>>
}

let waiting = askFor(location.pathname)

function askFor(pathname: string) {
	const [, page, id] = /^\/(compare|read)\/([a-z0-9-]+)$/.exec(pathname) ?? []
	if (!page || !id) return undefined
	const answer = page === 'compare' ? client.library.comparison({ id }) : client.library.document({ id })
	// The page asks again, and says what went wrong.
	answer.catch(() => {})
	return { of: pathname, answer: answer as Promise<unknown> }
}

/** @returns the answer that was asked for ahead for this page, the first time; else that of `ask`. */
export function answerAhead<P extends keyof Answers>(
	page: P,
	id: string,
	ask: () => Promise<Answers[P]>,
): Promise<Answers[P]> {
	const ahead = waiting?.of === `/${page}/${id}` ? (waiting.answer as Promise<Answers[P]>) : undefined
	waiting = undefined
	return ahead ? ahead.catch(ask) : ask()
}
