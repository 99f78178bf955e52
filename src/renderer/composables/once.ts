/** For what is loaded when it is first wanted, and then stays. */
import { type Ref, ref, watch } from 'vue'

/** @returns whether `wanted` has ever been true. */
export function useOnce(wanted: () => boolean): Readonly<Ref<boolean>> {
	const ever = ref(false)
	watch(
		wanted,
		(now) => {
			ever.value ||= now
		},
		{ immediate: true },
	)
	return ever
}
