/** A look at an export before it is written: how many notes, what their references lack, how it will read. */
import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ExportPreview, ExportRequest, Gap } from '#contract/exports.ts'
import { client } from '../../client/index.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { onChange } from '../../stores/changes.ts'

/** Milliseconds after the last choice before a look is taken: whoever walks through a list wants the last one. */
const pause = 200

/** What is there stays until something newer is; a look that nobody waits for any more is given up. */
export function useLook(request: () => ExportRequest) {
	const notes = ref<number>()
	const lacks = shallowRef<readonly Gap[]>([])
	const preview = shallowRef<ExportPreview>()
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	const looking = ref(true)
	let latest: AbortController | undefined

	async function look(): Promise<void> {
		const controller = new AbortController()
		latest = controller
		const wanted = request()
		try {
			const found = await client.exports.check(wanted, { signal: controller.signal })
			if (latest !== controller) return
			notes.value = found.notes
			lacks.value = found.lacks
			const seen = await client.exports.preview(wanted, { signal: controller.signal })
			if (latest !== controller) return
			preview.value = seen
			failure.value = undefined
		} catch (error) {
			if (latest !== controller) return
			preview.value = undefined
			failure.value = sentenceOf(error)
		}
		looking.value = false
	}
	const lookSoon = useDebounceFn(look, pause)
	function again(): void {
		latest?.abort()
		latest = undefined
		looking.value = true
		void lookSoon()
	}
	watch(request, again)
	onChange('references', again)
	onChange('annotations', again)
	onScopeDispose(() => {
		latest?.abort()
		latest = undefined
	})
	void look()
	return { notes, lacks, preview, failure, looking, again }
}
