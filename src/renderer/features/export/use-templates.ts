/** The templates there are: followed when another window changes them, copied and deleted with a way back. */
import { type ShallowRef, shallowRef } from 'vue'
import type { Template } from '#contract/templates.ts'
import { client } from '../../client/index.ts'
import { onChange } from '../../stores/changes.ts'
import { useNotices } from '../../stores/notices.ts'
import { useUndo } from '../../stores/undo.ts'

export interface Templates {
	all: ShallowRef<readonly Template[] | undefined>
	error: ShallowRef<unknown>
	load(): Promise<void>
	copy(template: Template): Promise<void>
	/** @returns whether it is gone */
	remove(template: Template): Promise<boolean>
}

/** @param came told of one that was made, or brought back, from here */
export function useTemplates(came: (id: string) => void = () => {}): Templates {
	const notices = useNotices()
	const { did, undo } = useUndo()
	const all = shallowRef<readonly Template[]>()
	const error = shallowRef<unknown>()
	async function load(): Promise<void> {
		try {
			all.value = await client.templates.list()
			error.value = undefined
		} catch (failure) {
			error.value = failure
		}
	}
	const drop = async (id: string) => {
		await client.templates.remove({ id })
		await load()
	}
	const restore = async (id: string) => {
		await client.templates.restore({ id })
		await load()
		came(id)
	}
	async function copy({ id: basedOn }: Template): Promise<void> {
		try {
			const { id } = await client.templates.create({ basedOn })
			await load()
			did({ label: 'Template copied', undo: () => drop(id), redo: () => restore(id) })
			came(id)
		} catch (failure) {
			notices.failed(failure)
		}
	}
	async function remove({ id }: Template): Promise<boolean> {
		try {
			await drop(id)
		} catch (failure) {
			notices.failed(failure)
			return false
		}
		did({ label: 'Template deleted', undo: () => restore(id), redo: () => drop(id) })
		notices.say('Template deleted.', { label: 'Undo', run: () => void undo() })
		return true
	}
	onChange('templates', () => void load())
	void load()
	return { all, error, load, copy, remove }
}
