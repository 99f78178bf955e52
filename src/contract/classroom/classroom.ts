/** A presentation that is on: what the presenter does, what the room answers. One at a time for the whole program. */
import { eventIterator } from '@orpc/contract'
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Line } from '../text.ts'
import { ContentNote } from '../words.ts'
import { Poll, Presentation, PresentationId, SlideId } from './presentations.ts'
import { RoomView, refusals, Tally, Timer } from './room.ts'

const Place = z.strictObject({
	/** From 0; its number of slides is after the last. */
	slide: z.int().min(0),
	/** From 0: among the slide’s own steps, `open` included. */
	step: z.int().min(0),
})

const Round = z.strictObject({
	/** What devices chose. */
	tally: Tally,
	voters: z.int(),
	/** What was counted by hand. */
	hand: Tally,
})
export const LivePoll = z.strictObject({
	rounds: z.tuple([Round, Round]),
	/** Closed by the presenter before its step ended. */
	closed: z.boolean(),
	/** Set at the reveal: from then on no vote is taken. */
	revealed: z.boolean(),
})

/** All of its state: what the room sees is worked out from this and the slides (`domain/classroom/room-view.ts`). */
export const Live = z.strictObject({
	presentation: PresentationId,
	/** Milliseconds since 1970, UTC. */
	started: z.int(),
	at: Place,
	/** Where the presenter was about to go when a content note held them: the room still sees what it saw. */
	held: Place.extend({ contentNotes: z.array(ContentNote) }).nullable(),
	/** Whether the room is told, neutrally, that something like that may come, while it is held. */
	notice: z.boolean(),
	/** Slides whose flagged parts the presenter decided on. */
	decided: z.record(SlideId, z.enum(['show', 'cover'])),
	black: z.boolean(),
	/** Whether the room sees how to follow. */
	joining: z.boolean(),
	zoom: z.int().nullable(),
	pointer: RoomView.shape.pointer,
	scroll: RoomView.shape.scroll,
	timer: Timer.nullable(),
	/** Slides in the order in which they were first shown. */
	shown: z.array(SlideId),
	polls: z.record(SlideId, LivePoll),
})

export const LiveAction = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('next') }),
	z.strictObject({ type: z.literal('back') }),
	/** To the beginning of a slide, or to one of its steps. */
	z.strictObject({ type: z.literal('go'), slide: z.int().min(0), step: z.int().min(0).optional() }),
	/** What is done with the slide that is held. */
	z.strictObject({ type: z.literal('decide'), how: z.enum(['show', 'cover', 'skip', 'stay']) }),
	z.strictObject({ type: z.literal('black'), on: z.boolean() }),
	z.strictObject({ type: z.literal('join'), on: z.boolean() }),
	z.strictObject({ type: z.literal('zoom'), part: z.int().min(0).nullable() }),
	z.strictObject({ type: z.literal('pointer'), at: RoomView.shape.pointer }),
	z.strictObject({ type: z.literal('scroll'), to: RoomView.shape.scroll }),
	/** Ends the taking of votes in this step, or goes on with it. */
	z.strictObject({ type: z.literal('votes'), open: z.boolean() }),
	/** What was counted by hand in a round, in place of what was typed before. */
	z.strictObject({
		type: z.literal('hand'),
		slide: SlideId,
		round: z.union([z.literal(1), z.literal(2)]),
		tally: Tally,
	}),
	/** Sets the timer and lets it run; null takes it away. */
	z.strictObject({ type: z.literal('timer'), length: z.int().min(1000).max(10_800_000).nullable() }),
	/** Stops it where it is, or lets it go on. */
	z.strictObject({ type: z.literal('pause'), on: z.boolean() }),
])

/** Following on own devices. Off until it is switched on. */
export const Following = z.strictObject({
	state: z.enum(['off', 'opening', 'on', 'failed']),
	/** Addresses of this computer in its networks, the likeliest first; the one in use stands in `join`. */
	addresses: z.array(z.strictObject({ address: z.string().max(100), network: Line })),
	join: RoomView.shape.join,
	/** Devices that follow now, and the most there were. */
	followers: z.int(),
	most: z.int(),
	/** What was refused, and how often. */
	refused: z.array(z.strictObject({ why: z.enum(refusals), count: z.int() })),
	/** Why it does not work, and what to do. */
	problem: z.strictObject({ sentence: Line, next: Line }).nullable(),
})

export const Display = z.strictObject({
	id: z.string().max(200),
	label: Line,
	width: z.int(),
	height: z.int(),
	/** Where the presenter's window stands. */
	presenter: z.boolean(),
})
/** The audience view in a window of its own. Without the capability `secondScreen` a window opens it by itself, as a page. */
export const Audience = z.strictObject({
	/** Lines of audience views that are open now, whoever opened them. */
	watching: z.int(),
	displays: z.array(Display),
	/** The display that the audience window is on; null while there is none. */
	on: Display.shape.id.nullable(),
	/** Set when its display was pulled: the window is closed, so that nothing of it lands beside the presenter's. */
	lost: z.boolean(),
})

/** What the presenter's window shows. */
export const Session = z.strictObject({ live: Live.nullable(), following: Following, audience: Audience })

export const Result = z.strictObject({
	id: z.int(),
	presentation: PresentationId,
	title: Line,
	/** Milliseconds since 1970, UTC: when it began. */
	at: z.int(),
	polls: z.array(
		z.strictObject({
			slide: SlideId,
			/** The claim, where there is one. */
			about: z.string().max(2000),
			poll: Poll,
			rounds: z.array(Tally).max(2),
		}),
	),
})

const ById = z.strictObject({ id: Result.shape.id })

export const classroomContract = {
	/** Begins with the first slide. The one that is on goes on; CONFLICT where it is another: `end` that first. */
	start: base.input(z.strictObject({ presentation: PresentationId })).output(Live),
	/** The one that is on, as it was when it began: what is changed in it meanwhile holds from the next start. NOT_FOUND where none is. */
	presentation: base.output(Presentation),
	/** How it stands, and how it stands after each change; runs until it is cancelled. */
	watch: base.output(eventIterator(Session)),
	/** Does one thing and answers at once; nothing here waits for the network. NOT_FOUND where nothing is on. */
	act: base.input(LiveAction).output(Live),
	/** Ends it, keeps the results, ends following. Answers with the results, or null where nobody voted. */
	end: base.output(Result.nullable()),
	/** Answers at once; `watch` tells how it goes on. */
	follow: base.input(
		z.strictObject({
			/** `network` lets devices in the local network in; `computer` only this computer, to try it. */
			reach: z.enum(['network', 'computer', 'off']),
			/** One of `addresses`; the likeliest without. */
			address: z.string().max(100).optional(),
		}),
	),
	audience: {
		/** Opens the audience window full screen on that display, else on the one remembered, else on another than the presenter's. */
		open: base.input(z.strictObject({ display: Display.shape.id.optional() })),
		close: base,
		/** The two windows change displays. */
		swap: base,
	},
	results: {
		/** Newest first. */
		list: base.input(z.strictObject({ presentation: PresentationId.optional() })).output(z.array(Result)),
		/** As CSV. */
		table: base.input(ById).output(z.strictObject({ name: Line, content: z.string() })),
		/** Writes a note of them into the notebook; answers with its id. */
		note: base.input(ById).output(z.strictObject({ id: z.string().max(1000) })),
		/** Puts them into the trash; `restore` brings them back for 30 days. */
		remove: base.input(ById),
		restore: base.input(ById).output(Result),
	},
}

export type LivePoll = z.infer<typeof LivePoll>
export type Live = z.infer<typeof Live>
export type LiveAction = z.infer<typeof LiveAction>
export type Following = z.infer<typeof Following>
export type Display = z.infer<typeof Display>
export type Audience = z.infer<typeof Audience>
export type Session = z.infer<typeof Session>
export type Result = z.infer<typeof Result>
