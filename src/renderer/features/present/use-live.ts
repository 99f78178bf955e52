/** The way from a presentation to presenting it. */
import { useRouter } from 'vue-router'

/** @returns what goes to the presenter’s view of a presentation */
export function useLive(): (id: string) => Promise<unknown> {
	const router = useRouter()
	return (id) => router.push(`/present/${id}/live`)
}
