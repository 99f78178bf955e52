import { Failure } from '../failure.ts'

/** Until the part that answers is there. */
export const unbuilt = (): never => {
	throw new Failure('UNAVAILABLE', 'This is not built yet.', 'Wait for it.')
}
