/** The address of what a window shows, to be copied: that of the page, and what the page knows beyond it. */
import { onBeforeUnmount, onMounted } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import { desktopAddress } from '#contract/address.ts'
import { client } from '../client/index.ts'
import { useNotices } from '../stores/notices.ts'
import { useCopy } from './use-copy.ts'

const parts = new Set<() => LocationQueryRaw>()

/**
 * Adds to addresses what changes too often to stand in the page's own: where one reads, which cell is chosen.
 * @param part asked at the moment of copying
 */
export function useAddressPart(part: () => LocationQueryRaw): void {
	onMounted(() => parts.add(part))
	onBeforeUnmount(() => parts.delete(part))
}

/** @returns a function that copies the address of what is shown now. */
export function useCopyAddress(): () => Promise<void> {
	const route = useRoute()
	const router = useRouter()
	const copy = useCopy()
	return async () => {
		const query = Object.assign({}, route.query, ...[...parts].map((part) => part()))
		const { fullPath } = router.resolve({ path: route.path, query, hash: route.hash })
		try {
			const { capabilities } = await client.host.describe()
			await copy(capabilities.ownScheme ? desktopAddress(fullPath) : `${location.origin}${fullPath}`, 'The address')
		} catch (error) {
			useNotices().failed(error)
		}
	}
}
