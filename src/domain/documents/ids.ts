/** Ids that blocks are named after. */
import { Id } from '#contract/text.ts'

/** Of a heading or a depiction: an id that leaves room for the number of a block (`sessions-b12`). */
export const OwnerId = Id.max(110)
