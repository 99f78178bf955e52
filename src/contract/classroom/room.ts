/**
 * What the room may see: the audience view and followers are sent this and nothing else. There is no field for notes, and results
 * are null until they are revealed.
 */
import { eventIterator } from '@orpc/contract'
import { base } from '../errors.ts'
import { z } from '../jitless.ts'
import { Line, Text } from '../text.ts'
import { ContentNote, Dimension, Verdict } from '../words.ts'
import {
	ImageId,
	OptionId,
	Picture,
	Poll,
	SlideDepiction,
	SlideId,
	SlidePassage,
	SlideReference,
	SlideStep,
	SlideTheme,
} from './presentations.ts'

/** How often each option was chosen; of words, each word that was sent. */
export const Tally = z.array(z.strictObject({ option: Line, count: z.int().min(0) })).max(500)

export const RoomPoll = Poll.omit({ answer: true }).extend({
	/** The second is after the discussion. */
	round: z.union([z.literal(1), z.literal(2)]),
	/** Whether votes are taken now. */
	open: z.boolean(),
	/** How many have voted in this round. */
	voters: z.int(),
	/** Nothing until the reveal: then each round that was voted in, and the option that is right. */
	results: z.strictObject({ rounds: z.array(Tally).max(2), answer: OptionId.nullable() }).nullable(),
})

/** What stands on a slide, from top to bottom; the view decides how it is laid out. */
export const Part = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('heading'), text: Line }),
	z.strictObject({ type: z.literal('markdown'), text: Text }),
	z.strictObject({ type: z.literal('claim'), text: Text }),
	z.strictObject({ type: z.literal('finding'), text: Text }),
	z.strictObject({ type: z.literal('verdict'), verdict: Verdict }),
	z.strictObject({ type: z.literal('explanation'), text: Text }),
	z.strictObject({ type: z.literal('question'), text: Text }),
	z.strictObject({
		type: z.literal('depictions'),
		items: z.array(SlideDepiction.omit({ contentNotes: true, spoiler: true })),
	}),
	z.strictObject({ type: z.literal('references'), items: z.array(SlideReference) }),
	/** A linked pair of passages: both panes at the place. */
	z.strictObject({
		type: z.literal('pair'),
		fiction: SlidePassage.omit({ contentNotes: true }).nullable(),
		reality: SlidePassage.omit({ contentNotes: true }).nullable(),
	}),
	z.strictObject({ type: z.literal('poll'), poll: RoomPoll }),
	/** In place of what carries these and is not shown. */
	z.strictObject({ type: z.literal('covered'), contentNotes: z.array(ContentNote) }),
])

/** A slide as far as it was shown. */
export const RoomPage = z.strictObject({
	/** From 1, in the order in which slides were first shown. */
	number: z.int().min(1),
	slide: SlideId,
	type: z.enum(['title', 'point', 'text', 'question', 'poll', 'references']),
	step: SlideStep,
	/** What it is called in a list. */
	label: Line,
	dimension: Dimension.nullable(),
	parts: z.array(Part).max(40),
})

/** A timer that the room sees. */
export const Timer = z.strictObject({
	/** Milliseconds that it was set to. */
	length: z.int(),
	/** Milliseconds that are left while it stands still; while it runs, when it began to have them (milliseconds since 1970, host’s clock). */
	left: z.int(),
	runningSince: z.int().nullable(),
})

export const RoomView = z.strictObject({
	title: Line,
	theme: SlideTheme,
	/** `notice`: something with a content note may come next. `join`: how to follow on one’s own device. */
	state: z.enum(['waiting', 'slide', 'black', 'notice', 'join', 'ended']),
	/** What is on, unless it is black: then nothing is sent. */
	page: RoomPage.nullable(),
	/** The part that is enlarged, by its place in `parts`. */
	zoom: z.int().nullable(),
	/** Where the presenter points, in shares of the slide’s width and height. */
	pointer: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable(),
	/** How far a slide that is longer than the screen is scrolled, as a share of the way. Nothing to those who follow. */
	scroll: z.number().min(0).max(1),
	timer: Timer.nullable(),
	/** How to follow, while that is asked for. */
	join: z
		.strictObject({
			url: z.string().max(300),
			/** The address as it is typed, without what only machines need. */
			short: z.string().max(300),
			code: z.string().max(20),
			/** A QR code of `url`: modules along a side, and the dark ones as an SVG path on a grid of that size. */
			qr: z.strictObject({ size: z.int(), path: z.string().max(100_000) }),
		})
		.nullable(),
})

/** All that the line of an audience view can ask. */
export const roomContract = {
	/** What is on now, and then whatever is on next. `waiting` before a start, `ended` after the end; runs until it is cancelled. */
	watch: base.output(eventIterator(RoomView)),
	/** A picture of a slide that is on or was. */
	image: base.input(z.strictObject({ id: ImageId })).output(Picture),
}

/** What a follower's device sends, as JSON text. */
export const FollowerMessage = z.discriminatedUnion('type', [
	z.strictObject({ type: z.literal('join'), code: z.string().max(20) }),
	z.strictObject({
		type: z.literal('vote'),
		slide: SlideId,
		round: z.union([z.literal(1), z.literal(2)]),
		choice: z.string().min(1).max(60),
	}),
	/** Asks for a page that was shown. */
	z.strictObject({ type: z.literal('page'), number: z.int().min(1).max(300) }),
])
export const refusals = ['code', 'full', 'closed', 'twice', 'unknown', 'too-fast', 'too-large', 'origin'] as const
/** What it is sent. */
export const FollowerAnswer = z.discriminatedUnion('type', [
	/** It is in; `votes` are its own so far, for when it comes back. */
	z.strictObject({
		type: z.literal('joined'),
		/** Milliseconds since 1970 by the host’s clock, for timers. */
		now: z.int(),
		votes: z.array(
			z.strictObject({ slide: SlideId, round: z.union([z.literal(1), z.literal(2)]), choice: z.string() }),
		),
		/** Those slides of them whose results are out, as they were at the reveal. */
		revealed: z.array(RoomPage),
	}),
	/** `pages`: the numbers of those that were shown since devices can follow, and can be looked back on. */
	z.strictObject({ type: z.literal('view'), view: RoomView, pages: z.array(z.int()).max(300) }),
	/** Null where there is no such page. */
	z.strictObject({ type: z.literal('page'), number: z.int(), page: RoomPage.nullable() }),
	z.strictObject({
		type: z.literal('voted'),
		slide: SlideId,
		round: z.union([z.literal(1), z.literal(2)]),
		choice: z.string(),
	}),
	z.strictObject({ type: z.literal('refused'), why: z.enum(refusals), sentence: Line, next: Line }),
])

export type Tally = z.infer<typeof Tally>
export type RoomPoll = z.infer<typeof RoomPoll>
export type Part = z.infer<typeof Part>
export type RoomPage = z.infer<typeof RoomPage>
export type Timer = z.infer<typeof Timer>
export type RoomView = z.infer<typeof RoomView>
export type FollowerMessage = z.infer<typeof FollowerMessage>
export type FollowerAnswer = z.infer<typeof FollowerAnswer>
export type Refusal = (typeof refusals)[number]
