/** FSRS fitted to the reader’s own reviews. */
import { z } from '../jitless.ts'

export const Enough = z.strictObject({
	/** Reviews that can be learned from: after a day or longer, of cards whose answers are on record from the first on. */
	reviews: z.int(),
	/** How many it takes. */
	needed: z.int(),
})

/** How well answers are foreseen; lower is better in both. */
const Measures = z.strictObject({
	/** Mean surprise at an answer, in nats. */
	logLoss: z.number(),
	/** Root mean square of expected less actual share remembered, over groups of like reviews. */
	rmse: z.number(),
})

export const Fitted = z.strictObject({
	/** What it was learned from. */
	reviews: z.int(),
	cards: z.int(),
	/** FSRS-6’s 21 parameters. */
	parameters: z.array(z.number()).length(21),
	/** Those that ship, those that are in use, and the fitted ones. */
	shipped: Measures,
	now: Measures,
	fitted: Measures,
})

export const FitStep = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('progress'), share: z.number() }),
	z.strictObject({ type: z.literal('done'), ...Fitted.shape }),
])

export type Enough = z.infer<typeof Enough>
export type Fitted = z.infer<typeof Fitted>
export type FitStep = z.infer<typeof FitStep>
