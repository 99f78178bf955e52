/** An export being prepared: what it would hold, what its references lack, how it would look, and the file. */
import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import type { CitationStyle, ExportFormat, ExportRequest, Lack } from '#contract/exports.ts'
import { client } from '../../client/index.ts'
import { sentenceOf } from '../../composables/failure.ts'
import { saveBytes } from '../../composables/save-text.ts'
import { useNotices } from '../../stores/notices.ts'

interface Choice {
	scope: ExportRequest['scope']
	format: ExportFormat
	/** Id of a template. */
	layout: string
	style: CitationStyle
}

export function useExport(choice: () => Choice) {
	const filledIn = reactive<Record<string, Record<string, string>>>({})
	const notes = ref<number>()
	const lacks = shallowRef<readonly Lack[]>([])
	const failure = shallowRef<ReturnType<typeof sentenceOf>>()
	/** Share of the work that is done, while one is made. */
	const share = ref<number>()
	const preview = ref('')
	let working: AbortController | undefined
	/** Whether the file itself is being made: a preview must not end that. */
	let saving = false

	const request = computed((): ExportRequest => {
		const answered = Object.entries(filledIn).map(([item, fields]) => [
			item,
			Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim())),
		])
		return { ...choice(), filledIn: Object.fromEntries(answered) }
	})

	/** @returns the file as bytes with its name and type; undefined where it was stopped */
	async function make(wanted: ExportRequest) {
		working?.abort()
		const controller = new AbortController()
		working = controller
		failure.value = undefined
		share.value = 0
		try {
			for await (const step of await client.exports.run(wanted, { signal: controller.signal })) {
				if (working !== controller) return undefined
				if (step.type === 'progress') share.value = step.share
				else return { ...step, bytes: Uint8Array.from(atob(step.content), (letter) => letter.charCodeAt(0)) }
			}
		} catch (error) {
			if (!controller.signal.aborted) failure.value = sentenceOf(error)
		} finally {
			if (working === controller) share.value = undefined
		}
		return undefined
	}
	const stop = (): void => {
		working?.abort()
		working = undefined
		share.value = undefined
	}

	/** What it would hold: asked anew when something is chosen, not at every letter that is filled in. */
	async function look(): Promise<void> {
		try {
			const { filledIn: _, ...bare } = request.value
			const answer = await client.exports.check(bare)
			notes.value = answer.notes
			lacks.value = answer.lacks
		} catch (error) {
			failure.value = sentenceOf(error)
		}
	}
	const show = useDebounceFn(async () => {
		if (saving) return
		const made = await make({ ...request.value, format: 'md' })
		if (made) preview.value = new TextDecoder().decode(made.bytes)
	}, 300)
	watch(
		choice,
		() => {
			preview.value = ''
			void look()
			if (notes.value !== 0) void show()
		},
		{ immediate: true },
	)
	watch(filledIn, () => void show())

	async function save(): Promise<boolean> {
		saving = true
		const made = await make(request.value).finally(() => {
			saving = false
		})
		if (!made) return false
		saveBytes(made.name, made.bytes, made.mediaType)
		useNotices().say(`Exported: ${made.name}.`)
		return true
	}
	onScopeDispose(stop)
	return { notes, lacks, filledIn, failure, share, preview, save, stop }
}
