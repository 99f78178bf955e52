/** The window that the room sees: opened by the host where it has a second screen, else by this page. */
import { computed } from 'vue'
import { client } from '../../../client/index.ts'
import { useAnswer } from '../../../composables/use-answer.ts'
import { useClassroom } from '../../../stores/classroom.ts'
import { useNotices } from '../../../stores/notices.ts'

/** What is used here of the Window Management API, which only some browsers have. */
interface ScreenDetails {
	screens: readonly Screen[]
	currentScreen: Screen
}
interface Screen {
	availLeft: number
	availTop: number
	availWidth: number
	availHeight: number
}

/** Named, so that it is opened once and then found again. */
const name = 'parallax-audience'
const address = '/room.html'

/** @returns another screen than the one that this window stands on; undefined where there is none, or the browser does not tell */
async function otherScreen(): Promise<Screen | undefined> {
	if (!('getScreenDetails' in window)) return undefined
	try {
		const ask = window.getScreenDetails as () => Promise<ScreenDetails>
		const { screens, currentScreen } = await ask.call(window)
		return screens.find((screen) => screen !== currentScreen)
	} catch {
		return undefined
	}
}

/** Opens the window at once, since a browser allows that only with the press of a key or button; where it goes is asked after. */
function openPage(): boolean {
	const room = window.open(address, name, 'popup,width=960,height=540')
	if (!room) return false
	void otherScreen().then((screen) => {
		if (!screen || room.closed) return
		room.moveTo(screen.availLeft, screen.availTop)
		room.resizeTo(screen.availWidth, screen.availHeight)
	})
	return true
}

export function useAudience() {
	const classroom = useClassroom()
	const notices = useNotices()
	const { data: can } = useAnswer(
		() => 'capabilities',
		async (_, signal) => (await client.host.describe(undefined, { signal })).capabilities,
	)
	const hosted = computed(() => can.value?.secondScreen ?? false)
	const audience = computed(() => classroom.session?.audience)
	/** Displays that the room may see: all but the presenter's. */
	const choices = computed(() => audience.value?.displays.filter(({ presenter }) => !presenter) ?? [])

	/** @param display else the one remembered, or another than the presenter's */
	async function open(display?: string): Promise<void> {
		if (hosted.value) await classroom.safely(() => client.classroom.audience.open(display ? { display } : {}))
		else if (!openPage())
			notices.say('The browser did not open the window. Allow pop-up windows for this address, then try again.')
	}
	const close = () => classroom.safely(() => client.classroom.audience.close())
	async function swap(): Promise<void> {
		if (hosted.value) await classroom.safely(() => client.classroom.audience.swap())
		else notices.say('A browser cannot swap displays by itself. Drag the two windows across.')
	}
	return { hosted, audience, choices, open, close, swap }
}
