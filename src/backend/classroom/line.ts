/**
 * Between the program and the thread that listens for followers. Devices, their votes and their addresses are known to that thread
 * alone: what comes back are counts. So a flood never holds up the presenter, and what is stored cannot be tied to a device.
 */
import type { Picture } from '#contract/classroom/presentations.ts'
import type { Refusal, RoomView, Tally } from '#contract/classroom/room.ts'

/** What the thread is told. */
export type ToListener =
	| {
			type: 'open'
			/** Address to listen at. */
			address: string
			/** 0 takes a free one. */
			port: number
			/** Names under which devices may ask for it: what stands in Host and Origin, without the port. */
			names: readonly string[]
			/** What a device has to say to be let in. */
			code: string
	  }
	/** What followers see from now on: as the room, without the pointer. */
	| { type: 'view'; view: RoomView }
	/** A picture of a slide that is on or was. */
	| { type: 'image'; id: string; picture: Picture }
	| { type: 'close' }

/** What it says. */
export type FromListener =
	| { type: 'opened'; port: number }
	/** @property code as Node says it: `EADDRINUSE` */
	| { type: 'failed'; code: string }
	/** All votes of a round so far; at most every tenth of a second. */
	| { type: 'tally'; slide: string; round: 1 | 2; tally: Tally; voters: number }
	| { type: 'followers'; now: number; most: number; refused: { why: Refusal; count: number }[] }
