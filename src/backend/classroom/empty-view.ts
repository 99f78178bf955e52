import type { RoomView } from '#contract/classroom/room.ts'

/** @returns what the room sees before a start and after the end: no slide. */
export const emptyView = (state: 'waiting' | 'ended', title = '', theme: RoomView['theme'] = 'dark'): RoomView => ({
	title,
	theme,
	state,
	page: null,
	zoom: null,
	pointer: null,
	timer: null,
	join: null,
})
